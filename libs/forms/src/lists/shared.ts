import type { Trilingual } from '@soc-coop/contracts';

import type { CodeEntry } from '../definition';

/**
 * Code lists that several exchange types share, by the numbers of the domain's list of lists. The wording is
 * ours and stays open to correction by caseworkers of both countries; a code, once used, is never given
 * another meaning.
 */

/** How the purpose of a question is called, for showing it in the language of the content and not of the page. */
export const QUESTION_PURPOSE: Trilingual = {
  ro: 'Scopul întrebării',
  bg: 'Цел на въпроса',
  en: 'Purpose of the question',
};

/** CL-01: why the requesting side needs to know. The social survey was added for the housing question of EX02. */
export const PURPOSES: readonly CodeEntry[] = [
  { code: 'NEW_APPLICATION', label: { ro: 'cerere nouă', bg: 'ново заявление', en: 'new application' } },
  {
    code: 'CHANGE',
    label: { ro: 'schimbare de situație', bg: 'промяна в обстоятелствата', en: 'change of situation' },
  },
  { code: 'YEARLY_CHECK', label: { ro: 'verificare anuală', bg: 'годишна проверка', en: 'yearly check' } },
  {
    code: 'COMPLAINT',
    label: { ro: 'sesizare sau suspiciune', bg: 'сигнал или съмнение', en: 'complaint or suspicion' },
  },
  { code: 'DISPUTE', label: { ro: 'contestație', bg: 'обжалване на решение', en: 'decision in dispute' } },
  { code: 'SOCIAL_SURVEY', label: { ro: 'anchetă socială', bg: 'социална анкета', en: 'social survey' } },
];

/** CL-02: what somebody is to the person asked about. */
export const RELATIONS: readonly CodeEntry[] = [
  { code: 'OWN_CHILD', label: { ro: 'copil propriu', bg: 'собствено дете', en: 'own child' } },
  { code: 'ADOPTED_CHILD', label: { ro: 'copil adoptat', bg: 'осиновено дете', en: 'adopted child' } },
  {
    code: 'SPOUSE_CHILD',
    label: { ro: 'copilul soțului sau al soției', bg: 'дете на съпруга или съпругата', en: 'spouse’s child' },
  },
  {
    code: 'FOSTER_CHILD',
    label: { ro: 'copil în plasament', bg: 'настанено дете', en: 'child in foster care or placement' },
  },
  { code: 'GRANDCHILD', label: { ro: 'nepot sau nepoată', bg: 'внук или внучка', en: 'grandchild' } },
  { code: 'SIBLING', label: { ro: 'frate sau soră', bg: 'брат или сестра', en: 'brother or sister' } },
  { code: 'PARENT', label: { ro: 'părinte', bg: 'родител', en: 'parent' } },
  { code: 'SPOUSE', label: { ro: 'soț sau soție', bg: 'съпруг или съпруга', en: 'spouse' } },
  { code: 'PARTNER', label: { ro: 'partener sau parteneră', bg: 'партньор или партньорка', en: 'partner' } },
  { code: 'GUARDIAN', label: { ro: 'tutore', bg: 'настойник', en: 'guardian' } },
  { code: 'OTHER', label: { ro: 'altă relație', bg: 'друга връзка', en: 'other' } },
];

/** CL-07: what kind of address it is by the law of the country it lies in. */
export const ADDRESS_KINDS: readonly CodeEntry[] = [
  { code: 'DOMICILE', label: { ro: 'domiciliu', bg: 'постоянен адрес', en: 'domicile (permanent address)' } },
  { code: 'RESIDENCE', label: { ro: 'reședință', bg: 'настоящ адрес', en: 'residence (current address)' } },
  { code: 'STAY', label: { ro: 'ședere temporară', bg: 'временен престой', en: 'temporary stay' } },
  {
    code: 'CONTACT',
    label: { ro: 'adresă de corespondență', bg: 'адрес за кореспонденция', en: 'contact address' },
  },
  { code: 'INSTITUTION', label: { ro: 'instituție', bg: 'институция', en: 'institution' } },
];
