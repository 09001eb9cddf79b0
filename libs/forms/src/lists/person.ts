import type { CodeEntry } from '../definition';

/** Code lists of the person block. */
export const PERSON_LISTS = {
  SEX: [
    { code: 'F', label: { ro: 'feminin', bg: 'жена', en: 'female' } },
    { code: 'M', label: { ro: 'masculin', bg: 'мъж', en: 'male' } },
    { code: 'U', label: { ro: 'nu se cunoaște', bg: 'не е известно', en: 'not known' } },
  ],
  IDENTIFIER: [
    {
      code: 'cnp',
      label: {
        ro: 'CNP (cod numeric personal)',
        bg: 'CNP (румънски личен код)',
        en: 'CNP (Romanian personal code)',
      },
    },
    {
      code: 'egn',
      label: { ro: 'EGN (număr civil unic)', bg: 'ЕГН', en: 'EGN (Bulgarian civil number)' },
    },
    {
      code: 'lnch',
      label: {
        ro: 'LNCH (număr personal al străinului)',
        bg: 'ЛНЧ',
        en: 'LNCh (Bulgarian number of a foreigner)',
      },
    },
    { code: 'other', label: { ro: 'alt număr', bg: 'друг номер', en: 'other number' } },
  ],
  CIVIL_STATUS: [
    { code: 'SINGLE', label: { ro: 'necăsătorit(ă)', bg: 'неженен / неомъжена', en: 'single' } },
    { code: 'MARRIED', label: { ro: 'căsătorit(ă)', bg: 'женен / омъжена', en: 'married' } },
    { code: 'DIVORCED', label: { ro: 'divorțat(ă)', bg: 'разведен(а)', en: 'divorced' } },
    { code: 'WIDOWED', label: { ro: 'văduv(ă)', bg: 'вдовец / вдовица', en: 'widowed' } },
    { code: 'UNKNOWN', label: { ro: 'nu se cunoaște', bg: 'не е известно', en: 'not known' } },
  ],
} as const satisfies Readonly<Record<string, readonly CodeEntry[]>>;
