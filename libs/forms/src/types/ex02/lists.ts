import type { CodeEntry } from '../../definition';

/** Code lists only EX02 uses. */

/** Whether the person lives at the address. */
export const RESIDENCE_RESULTS: readonly CodeEntry[] = [
  { code: 'LIVES', label: { ro: 'locuiește la adresă', bg: 'живее на адреса', en: 'lives there' } },
  {
    code: 'NOT_LIVES',
    label: { ro: 'nu locuiește la adresă', bg: 'не живее на адреса', en: 'does not live there' },
  },
  {
    code: 'PARTLY',
    label: {
      ro: 'locuiește doar o parte din timp',
      bg: 'живее там само през част от времето',
      en: 'lives there part of the time',
    },
  },
  {
    code: 'NOT_ESTABLISHED',
    label: { ro: 'nu s-a putut stabili', bg: 'не може да се установи', en: 'could not be established' },
  },
];

/** What residence is judged by; after Article 11 of Regulation (EC) No 987/2009. */
export const RESIDENCE_ELEMENTS: readonly CodeEntry[] = [
  {
    code: 'LENGTH_OF_STAY',
    label: {
      ro: 'durata și continuitatea prezenței',
      bg: 'продължителност и непрекъснатост на престоя',
      en: 'length and continuity of stay',
    },
  },
  {
    code: 'FAMILY_TIES',
    label: {
      ro: 'situația familială și legăturile de familie',
      bg: 'семейно положение и връзки',
      en: 'family status and ties',
    },
  },
  {
    code: 'HOUSING',
    label: {
      ro: 'situația locativă, mai ales caracterul ei permanent',
      bg: 'жилищно положение, по-специално трайността му',
      en: 'housing situation, in particular how permanent it is',
    },
  },
  {
    code: 'TAX_RESIDENCE',
    label: { ro: 'rezidența fiscală', bg: 'данъчна резидентност', en: 'tax residence' },
  },
  {
    code: 'ACTIVITY',
    label: {
      ro: 'natura activității desfășurate',
      bg: 'естество на упражняваната дейност',
      en: 'nature of the activity pursued',
    },
  },
  { code: 'OTHER', label: { ro: 'alt element', bg: 'друг елемент', en: 'other element' } },
];

/** By what right the dwelling is used. */
export const TENURES: readonly CodeEntry[] = [
  { code: 'OWNED', label: { ro: 'proprietate', bg: 'собствено жилище', en: 'owned' } },
  { code: 'RENTED', label: { ro: 'închiriere', bg: 'под наем', en: 'rented' } },
  {
    code: 'SOCIAL',
    label: { ro: 'locuință socială', bg: 'общинско или социално жилище', en: 'social or municipal housing' },
  },
  {
    code: 'FREE_USE',
    label: { ro: 'folosință gratuită', bg: 'безвъзмездно ползване', en: 'used free of charge' },
  },
  {
    code: 'INSTITUTION',
    label: { ro: 'instituție sau centru', bg: 'институция или център', en: 'institution or centre' },
  },
  {
    code: 'IMPROVISED',
    label: { ro: 'adăpost improvizat', bg: 'импровизирано жилище', en: 'improvised shelter' },
  },
];

/** What the dwelling is connected to. */
export const UTILITIES: readonly CodeEntry[] = [
  { code: 'ELECTRICITY', label: { ro: 'energie electrică', bg: 'електричество', en: 'electricity' } },
  { code: 'WATER', label: { ro: 'apă curentă', bg: 'течаща вода', en: 'running water' } },
  { code: 'SEWERAGE', label: { ro: 'canalizare', bg: 'канализация', en: 'sewerage' } },
  { code: 'HEATING', label: { ro: 'încălzire', bg: 'отопление', en: 'heating' } },
  { code: 'NONE', label: { ro: 'niciuna', bg: 'нито едно', en: 'none' } },
];

/** In what state the dwelling is. */
export const DWELLING_STATES: readonly CodeEntry[] = [
  { code: 'GOOD', label: { ro: 'bună', bg: 'добро', en: 'good' } },
  {
    code: 'NEEDS_REPAIR',
    label: { ro: 'necesită reparații', bg: 'нуждае се от ремонт', en: 'needs repair' },
  },
  { code: 'UNFIT', label: { ro: 'improprie locuirii', bg: 'негодно за обитаване', en: 'unfit for living' } },
];

/** How a home visit ended. */
export const VISIT_RESULTS: readonly CodeEntry[] = [
  { code: 'MET', label: { ro: 'persoana a fost găsită', bg: 'лицето е намерено', en: 'person met' } },
  {
    code: 'NOT_MET',
    label: { ro: 'persoana nu a fost găsită', bg: 'лицето не е намерено', en: 'person not met' },
  },
  {
    code: 'REFUSED',
    label: { ro: 'vizita a fost refuzată', bg: 'посещението е отказано', en: 'visit refused' },
  },
  {
    code: 'ADDRESS_NOT_FOUND',
    label: { ro: 'adresa nu a fost găsită', bg: 'адресът не е намерен', en: 'address not found' },
  },
];
