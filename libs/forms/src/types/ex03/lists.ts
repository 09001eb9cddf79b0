import type { CodeEntry } from '../../definition';

/** Code lists only EX03 uses. */

/** Whom a row is about, where a request asks about several persons. */
export const WHOSE: readonly CodeEntry[] = [
  {
    code: 'SUBJECT',
    label: { ro: 'persoana verificată', bg: 'проверяваното лице', en: 'the person asked about' },
  },
  {
    code: 'MEMBER',
    label: {
      ro: 'alt membru al familiei, indicat în cerere',
      bg: 'друг член на семейството, посочен в искането',
      en: 'another family member named in the request',
    },
  },
];

/** Before or after taxes and contributions. */
export const AMOUNT_BASES: readonly CodeEntry[] = [
  { code: 'GROSS', label: { ro: 'brut', bg: 'брутно', en: 'gross' } },
  { code: 'NET', label: { ro: 'net', bg: 'нетно', en: 'net' } },
];

/** Which time an amount stands for, so that nobody has to guess whether to multiply it. */
export const AMOUNT_TIMES: readonly CodeEntry[] = [
  { code: 'ONE_MONTH', label: { ro: 'pentru o singură lună', bg: 'за един месец', en: 'for one month' } },
  {
    code: 'EACH_MONTH',
    label: {
      ro: 'pentru fiecare lună dintr-o perioadă',
      bg: 'за всеки месец от период',
      en: 'for each month of a period',
    },
  },
  {
    code: 'WHOLE_PERIOD',
    label: { ro: 'pentru o perioadă întreagă', bg: 'общо за период', en: 'for a whole period' },
  },
];

/** What kind of payer an income comes from. */
export const PAYER_KINDS: readonly CodeEntry[] = [
  { code: 'EMPLOYER', label: { ro: 'angajator', bg: 'работодател', en: 'employer' } },
  { code: 'OWN_BUSINESS', label: { ro: 'propria activitate', bg: 'собствена дейност', en: 'own business' } },
  {
    code: 'PUBLIC_INSTITUTION',
    label: { ro: 'instituție publică', bg: 'публична институция', en: 'public institution' },
  },
  {
    code: 'PRIVATE_PERSON',
    label: { ro: 'persoană fizică', bg: 'физическо лице', en: 'private person' },
  },
  { code: 'COMPANY', label: { ro: 'societate sau bancă', bg: 'дружество или банка', en: 'company or bank' } },
  { code: 'ABROAD', label: { ro: 'plătitor din străinătate', bg: 'платец от чужбина', en: 'payer abroad' } },
  { code: 'UNKNOWN', label: { ro: 'nu se cunoaște', bg: 'не е известно', en: 'not known' } },
];

/** Kinds of pensions and benefits; the benefits of social assistance are named by the lists of each country. */
export const PENSION_KINDS: readonly CodeEntry[] = [
  {
    code: 'OLD_AGE',
    label: {
      ro: 'pensie pentru limită de vârstă',
      bg: 'пенсия за осигурителен стаж и възраст',
      en: 'old-age pension',
    },
  },
  {
    code: 'INVALIDITY',
    label: { ro: 'pensie de invaliditate', bg: 'пенсия за инвалидност', en: 'invalidity pension' },
  },
  {
    code: 'SURVIVOR',
    label: { ro: 'pensie de urmaș', bg: 'наследствена пенсия', en: 'survivor’s pension' },
  },
  {
    code: 'SOCIAL_PENSION',
    label: {
      ro: 'pensie sau indemnizație socială',
      bg: 'социална пенсия',
      en: 'social pension',
    },
  },
  {
    code: 'UNEMPLOYMENT',
    label: { ro: 'indemnizație de șomaj', bg: 'обезщетение за безработица', en: 'unemployment benefit' },
  },
  {
    code: 'SICKNESS_MATERNITY',
    label: {
      ro: 'indemnizație de concediu medical sau de maternitate',
      bg: 'обезщетение за временна неработоспособност или майчинство',
      en: 'sickness or maternity benefit',
    },
  },
  {
    code: 'RO_BENEFIT',
    label: {
      ro: 'prestație de asistență socială din România',
      bg: 'социална помощ от Румъния',
      en: 'social assistance benefit of Romania',
    },
  },
  {
    code: 'BG_BENEFIT',
    label: {
      ro: 'prestație de asistență socială din Bulgaria',
      bg: 'социална помощ от България',
      en: 'social assistance benefit of Bulgaria',
    },
  },
  { code: 'OTHER', label: { ro: 'altă prestație', bg: 'друго плащане', en: 'other benefit' } },
];

/** By what right something is held. */
export const HOLDINGS: readonly CodeEntry[] = [
  {
    code: 'SOLE',
    label: { ro: 'proprietate exclusivă', bg: 'изключителна собственост', en: 'sole ownership' },
  },
  {
    code: 'JOINT',
    label: {
      ro: 'proprietate comună în devălmășie',
      bg: 'съпружеска имуществена общност',
      en: 'joint ownership of spouses',
    },
  },
  {
    code: 'SHARE',
    label: { ro: 'cotă-parte', bg: 'съсобственост в идеални части', en: 'ownership of a share' },
  },
  { code: 'USUFRUCT', label: { ro: 'uzufruct', bg: 'право на ползване', en: 'usufruct' } },
  { code: 'LEASE', label: { ro: 'leasing', bg: 'лизинг', en: 'leasing' } },
];

/** What real estate is used for. */
export const ESTATE_USES: readonly CodeEntry[] = [
  {
    code: 'LIVED_IN',
    label: { ro: 'locuit de familie', bg: 'обитава се от семейството', en: 'lived in by the family' },
  },
  {
    code: 'LET',
    label: { ro: 'închiriat sau arendat', bg: 'отдаден под наем или аренда', en: 'let or leased out' },
  },
  {
    code: 'LENT',
    label: {
      ro: 'folosit gratuit de alte persoane',
      bg: 'ползва се безвъзмездно от други лица',
      en: 'used by others free of charge',
    },
  },
  {
    code: 'WORKED',
    label: {
      ro: 'folosit pentru activitate proprie',
      bg: 'използва се за собствена дейност',
      en: 'used for own business or farming',
    },
  },
  { code: 'UNUSED', label: { ro: 'nefolosit', bg: 'не се използва', en: 'not used' } },
  { code: 'UNKNOWN', label: { ro: 'nu se cunoaște', bg: 'не е известно', en: 'not known' } },
];

/** How a value was found. */
export const VALUATIONS: readonly CodeEntry[] = [
  { code: 'TAX', label: { ro: 'valoare impozabilă', bg: 'данъчна оценка', en: 'value for taxes' } },
  { code: 'MARKET', label: { ro: 'valoare de piață', bg: 'пазарна стойност', en: 'market value' } },
  { code: 'PRICE', label: { ro: 'preț de cumpărare', bg: 'цена на придобиване', en: 'price paid' } },
  { code: 'DECLARED', label: { ro: 'valoare declarată', bg: 'декларирана стойност', en: 'declared value' } },
];

/** What kind of vehicle. */
export const VEHICLE_KINDS: readonly CodeEntry[] = [
  { code: 'CAR', label: { ro: 'autoturism', bg: 'лек автомобил', en: 'car' } },
  { code: 'MOTORCYCLE', label: { ro: 'motocicletă', bg: 'мотоциклет', en: 'motorcycle' } },
  {
    code: 'VAN_LORRY',
    label: { ro: 'autoutilitară sau camion', bg: 'товарен автомобил', en: 'van or lorry' },
  },
  {
    code: 'TRAILER',
    label: { ro: 'remorcă sau rulotă', bg: 'ремарке или каравана', en: 'trailer or caravan' },
  },
  { code: 'TRACTOR', label: { ro: 'tractor', bg: 'трактор', en: 'tractor' } },
  { code: 'BOAT', label: { ro: 'ambarcațiune', bg: 'плавателен съд', en: 'boat' } },
  { code: 'OTHER', label: { ro: 'alt vehicul', bg: 'друго превозно средство', en: 'other vehicle' } },
];

/** In which form savings are kept. */
export const SAVING_KINDS: readonly CodeEntry[] = [
  { code: 'ACCOUNT', label: { ro: 'cont curent', bg: 'разплащателна сметка', en: 'current account' } },
  { code: 'DEPOSIT', label: { ro: 'depozit', bg: 'влог или депозит', en: 'deposit' } },
  {
    code: 'SECURITIES',
    label: { ro: 'titluri de valoare', bg: 'ценни книжа', en: 'securities' },
  },
  {
    code: 'INSURANCE',
    label: {
      ro: 'asigurare sau pensie privată cu economisire',
      bg: 'застраховка или частна пенсия със спестяване',
      en: 'insurance or private pension with savings',
    },
  },
  { code: 'OTHER', label: { ro: 'altă formă', bg: 'друга форма', en: 'other form' } },
];

/** What land is by its registration. */
export const LAND_KINDS: readonly CodeEntry[] = [
  {
    code: 'BUILDING',
    label: { ro: 'curți-construcții', bg: 'урегулиран поземлен имот', en: 'building land' },
  },
  { code: 'ARABLE', label: { ro: 'arabil', bg: 'нива', en: 'arable land' } },
  { code: 'GRASS', label: { ro: 'pășune sau fâneață', bg: 'пасище или ливада', en: 'pasture or meadow' } },
  {
    code: 'PERMANENT_CROPS',
    label: { ro: 'vie sau livadă', bg: 'лозе или овощна градина', en: 'vineyard or orchard' },
  },
  { code: 'FOREST', label: { ro: 'pădure', bg: 'гора', en: 'forest' } },
  { code: 'OTHER', label: { ro: 'altă categorie', bg: 'друга категория', en: 'other' } },
];

/** In which form a business is registered. */
export const BUSINESS_FORMS: readonly CodeEntry[] = [
  {
    code: 'SOLE_TRADER',
    label: {
      ro: 'persoană fizică autorizată sau întreprindere individuală',
      bg: 'едноличен търговец',
      en: 'sole trader',
    },
  },
  {
    code: 'FAMILY_BUSINESS',
    label: { ro: 'întreprindere familială', bg: 'семейно предприятие', en: 'family business' },
  },
  { code: 'COMPANY', label: { ro: 'societate comercială', bg: 'търговско дружество', en: 'company' } },
  {
    code: 'PROFESSION',
    label: { ro: 'profesie liberală', bg: 'свободна професия', en: 'liberal profession' },
  },
  {
    code: 'FARMER',
    label: {
      ro: 'producător agricol înregistrat',
      bg: 'регистриран земеделски стопанин',
      en: 'registered farmer',
    },
  },
  {
    code: 'NON_PROFIT',
    label: { ro: 'asociație sau fundație', bg: 'сдружение или фондация', en: 'association or foundation' },
  },
  { code: 'OTHER', label: { ro: 'altă formă', bg: 'друга форма', en: 'other form' } },
];

/** What somebody is in a business. */
export const BUSINESS_ROLES: readonly CodeEntry[] = [
  {
    code: 'OWNER',
    label: { ro: 'titular sau asociat unic', bg: 'собственик или едноличен собственик', en: 'owner' },
  },
  { code: 'PARTNER', label: { ro: 'asociat', bg: 'съдружник', en: 'partner' } },
  { code: 'MANAGER', label: { ro: 'administrator', bg: 'управител', en: 'manager' } },
  { code: 'MEMBER', label: { ro: 'membru', bg: 'член', en: 'member' } },
];

/** Whether a business is active. */
export const BUSINESS_STATES: readonly CodeEntry[] = [
  { code: 'ACTIVE', label: { ro: 'activă', bg: 'действащо', en: 'active' } },
  { code: 'SUSPENDED', label: { ro: 'suspendată', bg: 'с преустановена дейност', en: 'suspended' } },
  { code: 'CLOSED', label: { ro: 'radiată', bg: 'заличено', en: 'struck off' } },
  { code: 'UNKNOWN', label: { ro: 'nu se cunoaște', bg: 'не е известно', en: 'not known' } },
];
