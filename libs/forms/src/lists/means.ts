import type { CodeEntry } from '../definition';

/**
 * Code lists about what a person lives on and owns, by the numbers of the domain's list of lists; see the rules
 * for codes in `shared.ts`.
 */

/** CL-08: kinds of income. */
export const INCOME_KINDS: readonly CodeEntry[] = [
  { code: 'WAGE', label: { ro: 'salariu', bg: 'трудово възнаграждение', en: 'wage' } },
  {
    code: 'SELF_EMPLOYMENT',
    label: {
      ro: 'activitate independentă',
      bg: 'свободна професия или самостоятелна дейност',
      en: 'self-employment',
    },
  },
  { code: 'PENSION', label: { ro: 'pensie', bg: 'пенсия', en: 'pension' } },
  {
    code: 'UNEMPLOYMENT',
    label: { ro: 'indemnizație de șomaj', bg: 'обезщетение за безработица', en: 'unemployment benefit' },
  },
  { code: 'MAINTENANCE', label: { ro: 'pensie de întreținere', bg: 'издръжка', en: 'maintenance' } },
  { code: 'RENT', label: { ro: 'chirii', bg: 'наем', en: 'rent' } },
  { code: 'FARMING', label: { ro: 'agricultură', bg: 'земеделие', en: 'farming' } },
  { code: 'ABROAD', label: { ro: 'venituri din străinătate', bg: 'доходи от чужбина', en: 'from abroad' } },
  {
    code: 'CAPITAL',
    label: {
      ro: 'venituri din capital (dobânzi, dividende)',
      bg: 'доходи от капитал (лихви, дивиденти)',
      en: 'capital (interest, dividends)',
    },
  },
  {
    code: 'OTHER_BENEFITS',
    label: { ro: 'alte prestații', bg: 'други помощи и обезщетения', en: 'other benefits' },
  },
  { code: 'NONE', label: { ro: 'fără venit', bg: 'без доход', en: 'no income' } },
];

/** CL-09: kinds of assets. */
export const ASSET_KINDS = {
  dwelling: {
    code: 'DWELLING',
    label: { ro: 'locuință proprie', bg: 'собствено жилище, в което се живее', en: 'dwelling lived in' },
  },
  building: {
    code: 'OTHER_BUILDING',
    label: { ro: 'alt imobil', bg: 'друг недвижим имот (сграда)', en: 'other building' },
  },
  land: { code: 'LAND', label: { ro: 'teren', bg: 'земя', en: 'land' } },
  vehicle: { code: 'VEHICLE', label: { ro: 'vehicul', bg: 'моторно превозно средство', en: 'vehicle' } },
  savings: { code: 'SAVINGS', label: { ro: 'economii', bg: 'спестявания', en: 'savings' } },
  business: { code: 'BUSINESS', label: { ro: 'firmă', bg: 'предприятие', en: 'business' } },
  machinery: {
    code: 'MACHINERY',
    label: { ro: 'utilaje și echipamente', bg: 'техника и оборудване', en: 'machinery' },
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;

/** From which register or paper something is known; what each country's register is called is in the wording. */
export const SOURCES: readonly CodeEntry[] = [
  {
    code: 'TAX',
    label: {
      ro: 'administrația fiscală (ANAF, NAP)',
      bg: 'данъчна администрация (НАП, ANAF)',
      en: 'tax administration (ANAF, NRA)',
    },
  },
  {
    code: 'EMPLOYMENT',
    label: {
      ro: 'registrul contractelor de muncă',
      bg: 'регистър на трудовите договори',
      en: 'register of employment contracts',
    },
  },
  {
    code: 'SOCIAL_INSURANCE',
    label: {
      ro: 'asigurări sociale și pensii (CNPP, NOI)',
      bg: 'обществено осигуряване и пенсии (НОИ, CNPP)',
      en: 'social insurance and pensions (CNPP, NSSI)',
    },
  },
  {
    code: 'EMPLOYMENT_SERVICE',
    label: {
      ro: 'agenția pentru ocuparea forței de muncă',
      bg: 'агенция по заетостта',
      en: 'employment service',
    },
  },
  {
    code: 'SOCIAL_ASSISTANCE',
    label: {
      ro: 'asistența socială (ANPIS, ASA)',
      bg: 'социално подпомагане (АСП, ANPIS)',
      en: 'social assistance (ANPIS, ASA)',
    },
  },
  {
    code: 'LAND_REGISTER',
    label: {
      ro: 'cartea funciară și cadastrul',
      bg: 'имотен регистър и кадастър',
      en: 'land register and cadastre',
    },
  },
  {
    code: 'VEHICLE_REGISTER',
    label: { ro: 'registrul vehiculelor', bg: 'регистър на превозните средства', en: 'vehicle register' },
  },
  {
    code: 'TRADE_REGISTER',
    label: { ro: 'registrul comerțului', bg: 'търговски регистър', en: 'trade register' },
  },
  {
    code: 'MUNICIPALITY',
    label: {
      ro: 'primăria (taxe locale, registrul agricol)',
      bg: 'община (местни данъци, земеделски регистри)',
      en: 'municipality (local taxes, farm register)',
    },
  },
  { code: 'BANK', label: { ro: 'instituție bancară', bg: 'банка', en: 'bank' } },
  {
    code: 'DOCUMENT',
    label: {
      ro: 'document prezentat de persoană',
      bg: 'документ, представен от лицето',
      en: 'document shown by the person',
    },
  },
  {
    code: 'STATEMENT',
    label: { ro: 'declarația persoanei', bg: 'декларация на лицето', en: 'statement of the person' },
  },
  { code: 'OTHER', label: { ro: 'altă sursă', bg: 'друг източник', en: 'other source' } },
];
