import type { CodeEntry } from '../definition';

/**
 * Code lists about benefits of both countries, by the numbers of the domain's list of lists; see the rules for
 * codes in `shared.ts`. A benefit of one country is never given the name of one of the other.
 */

/** CL-04: benefits paid in Romania. */
export const ROMANIAN_BENEFITS: readonly CodeEntry[] = [
  {
    code: 'RO_CHILD_ALLOWANCE',
    label: {
      ro: 'alocația de stat pentru copii',
      bg: 'държавна детска надбавка',
      en: 'state child allowance',
    },
  },
  {
    code: 'RO_CHILD_RAISING',
    label: {
      ro: 'indemnizația pentru creșterea copilului',
      bg: 'обезщетение за отглеждане на дете',
      en: 'child-raising indemnity',
    },
  },
  {
    code: 'RO_INSERTION',
    label: { ro: 'stimulentul de inserție', bg: 'стимул за връщане на работа', en: 'insertion incentive' },
  },
  {
    code: 'RO_VMI_INCLUSION',
    label: {
      ro: 'venitul minim de incluziune: ajutorul de incluziune',
      bg: 'минимален доход за включване: помощ за включване',
      en: 'minimum inclusion income: inclusion aid',
    },
  },
  {
    code: 'RO_VMI_FAMILY',
    label: {
      ro: 'venitul minim de incluziune: ajutorul pentru familia cu copii',
      bg: 'минимален доход за включване: помощ за семейство с деца',
      en: 'minimum inclusion income: aid for families with children',
    },
  },
  {
    code: 'RO_PLACEMENT',
    label: {
      ro: 'alocația lunară de plasament',
      bg: 'месечна надбавка за настаняване',
      en: 'monthly placement allowance',
    },
  },
  {
    code: 'RO_DISABILITY',
    label: {
      ro: 'indemnizația și bugetul complementar pentru persoane cu handicap',
      bg: 'обезщетение и допълнителен бюджет за лица с увреждания',
      en: 'indemnity and complementary budget for persons with disabilities',
    },
  },
  {
    code: 'RO_HEATING',
    label: {
      ro: 'ajutorul pentru încălzirea locuinței',
      bg: 'помощ за отопление на жилището',
      en: 'home heating aid',
    },
  },
  {
    code: 'RO_FOOD',
    label: { ro: 'alocația lunară de hrană', bg: 'месечна надбавка за храна', en: 'monthly food allowance' },
  },
  { code: 'RO_EMERGENCY', label: { ro: 'ajutorul de urgență', bg: 'спешна помощ', en: 'emergency aid' } },
];

/** CL-05: benefits paid in Bulgaria. Article labels are to be confirmed by the Bulgarian agency. */
export const BULGARIAN_BENEFITS: readonly CodeEntry[] = [
  {
    code: 'BG_CHILD_MONTHLY',
    label: {
      ro: 'ajutorul lunar pentru creșterea copilului (art. 7)',
      bg: 'месечна помощ за отглеждане на дете (чл. 7 ЗСПД)',
      en: 'monthly child benefit (art. 7)',
    },
  },
  {
    code: 'BG_CHILD_TO_ONE',
    label: {
      ro: 'ajutorul lunar pentru creșterea copilului până la un an (art. 8)',
      bg: 'месечна помощ за отглеждане на дете до една година (чл. 8 ЗСПД)',
      en: 'monthly benefit for raising a child up to one year (art. 8)',
    },
  },
  {
    code: 'BG_CHILD_ONE_PARENT',
    label: {
      ro: 'ajutorul lunar pentru copilul fără sprijinul unui părinte sau cu un singur părinte în viață',
      bg: 'месечна помощ за дете без подкрепа от родител или с един жив родител',
      en: 'monthly benefit for a child without a parent’s support or with one surviving parent',
    },
  },
  {
    code: 'BG_CHILD_DISABILITY',
    label: {
      ro: 'ajutorul lunar pentru copilul cu dizabilitate permanentă (art. 8d)',
      bg: 'месечна помощ за дете с трайно увреждане (чл. 8д ЗСПД)',
      en: 'monthly benefit for a child with permanent disability (art. 8d)',
    },
  },
  {
    code: 'BG_BIRTH',
    label: {
      ro: 'ajutorul unic la nașterea copilului',
      bg: 'еднократна помощ при раждане на дете',
      en: 'one-off birth benefit',
    },
  },
  {
    code: 'BG_SCHOOL_START',
    label: {
      ro: 'ajutorul unic pentru elevi la începutul școlii',
      bg: 'еднократна помощ за ученици в първи и осми клас',
      en: 'one-off benefit at the start of school',
    },
  },
  {
    code: 'BG_MONTHLY_AID',
    label: { ro: 'ajutorul social lunar', bg: 'месечна социална помощ', en: 'monthly social aid' },
  },
  {
    code: 'BG_HEATING',
    label: {
      ro: 'ajutorul țintit pentru încălzire',
      bg: 'целева помощ за отопление',
      en: 'targeted heating aid',
    },
  },
  { code: 'BG_ONE_OFF', label: { ro: 'ajutorul unic', bg: 'еднократна помощ', en: 'one-off aid' } },
  {
    code: 'BG_DISABILITY_SUPPORT',
    label: {
      ro: 'sprijinul financiar lunar pentru persoane cu dizabilități',
      bg: 'месечна финансова подкрепа за хора с трайни увреждания',
      en: 'monthly financial support for persons with disabilities',
    },
  },
  {
    code: 'BG_EQUIPMENT',
    label: {
      ro: 'ajutorul țintit pentru dispozitive',
      bg: 'целева помощ за помощни средства',
      en: 'targeted aid for equipment',
    },
  },
];

/** Where a benefit stands. */
export const BENEFIT_STATES: readonly CodeEntry[] = [
  { code: 'PAID', label: { ro: 'în plată', bg: 'изплаща се', en: 'paid' } },
  { code: 'PENDING', label: { ro: 'în curs de soluționare', bg: 'в процедура', en: 'pending' } },
  { code: 'SUSPENDED', label: { ro: 'suspendată', bg: 'спряна временно', en: 'suspended' } },
  { code: 'STOPPED', label: { ro: 'încetată', bg: 'прекратена', en: 'stopped' } },
  { code: 'REFUSED', label: { ro: 'respinsă', bg: 'отказана', en: 'refused' } },
];

/** How often an amount is paid. */
export const FREQUENCIES: readonly CodeEntry[] = [
  { code: 'MONTHLY', label: { ro: 'lunar', bg: 'месечно', en: 'monthly' } },
  { code: 'QUARTERLY', label: { ro: 'trimestrial', bg: 'тримесечно', en: 'quarterly' } },
  { code: 'YEARLY', label: { ro: 'anual', bg: 'годишно', en: 'yearly' } },
  { code: 'ONE_OFF', label: { ro: 'o singură dată', bg: 'еднократно', en: 'once' } },
  { code: 'IRREGULAR', label: { ro: 'neregulat', bg: 'нередовно', en: 'irregularly' } },
];
