import { FORM_FORMAT, PURPOSE_LIST, type CodeEntry, type ExchangeFormDefinition } from '../../definition';
import { BENEFIT_STATES, BULGARIAN_BENEFITS, FREQUENCIES, ROMANIAN_BENEFITS } from '../../lists/benefits';
import { ASSET_KINDS, INCOME_KINDS, SOURCES } from '../../lists/means';
import { PURPOSES, RELATIONS } from '../../lists/shared';
import { formPart } from '../../schema/derive-schema';
import { REMARKS_SECTION } from '../common/sections';
import { ASSET_SECTIONS } from './answer-assets';
import { INCOME_SECTIONS } from './answer-income';
import * as own from './lists';
import { REQUEST_LAYOUT } from './request';

/** Each question takes only the kinds of assets it asks for; together they are CL-09, but for the business. */
const ASSETS_BY_QUESTION: Readonly<Record<string, readonly CodeEntry[]>> = {
  'CL-09-ESTATE': [ASSET_KINDS.dwelling, ASSET_KINDS.building],
  'CL-09-MOVABLE': [ASSET_KINDS.vehicle, ASSET_KINDS.machinery],
  'CL-09-RESTRICTED': [ASSET_KINDS.savings, ASSET_KINDS.land],
};

const CODE_LISTS: Readonly<Record<string, readonly CodeEntry[]>> = {
  [PURPOSE_LIST]: PURPOSES,
  'CL-02': RELATIONS,
  'CL-04': ROMANIAN_BENEFITS,
  'CL-05': BULGARIAN_BENEFITS,
  'CL-08': INCOME_KINDS,
  ...ASSETS_BY_QUESTION,
  'EX03-WHOSE': own.WHOSE,
  'EX03-BASIS': own.AMOUNT_BASES,
  'EX03-TIME': own.AMOUNT_TIMES,
  'EX03-PAYER': own.PAYER_KINDS,
  'EX03-PENSION': own.PENSION_KINDS,
  'EX03-STATUS': BENEFIT_STATES,
  'EX03-FREQUENCY': FREQUENCIES,
  'EX03-HOLDING': own.HOLDINGS,
  'EX03-USE': own.ESTATE_USES,
  'EX03-VALUATION': own.VALUATIONS,
  'EX03-VEHICLE': own.VEHICLE_KINDS,
  'EX03-SAVING': own.SAVING_KINDS,
  'EX03-LAND': own.LAND_KINDS,
  'EX03-BUSINESS': own.BUSINESS_FORMS,
  'EX03-ROLE': own.BUSINESS_ROLES,
  'EX03-ACTIVE': own.BUSINESS_STATES,
  'EX03-SOURCE': SOURCES,
};

/** EX03: income and assets verification. */
export const EX03: ExchangeFormDefinition = {
  format: FORM_FORMAT,
  code: 'EX03',
  version: 1,
  title: {
    ro: 'Verificarea veniturilor și a bunurilor',
    bg: 'Проверка на доходи и имущество',
    en: 'Income and assets verification',
  },
  description: {
    ro: 'Ce venituri, pensii și prestații are persoana în lunile indicate și ce bunuri sunt înregistrate pe numele ei, din registrele celeilalte țări.',
    bg: 'Какви доходи, пенсии и помощи има лицето през посочените месеци и какво имущество е вписано на негово име в регистрите на другата държава.',
    en: 'Which incomes, pensions and benefits the person has in the months named, and which assets are registered to them, from the registers of the other country.',
  },
  certificates: ['BEN'],
  defaultTerms: { acceptWorkingDays: 5, answerWorkingDays: { NORMAL: 20, URGENT: 5, IMMEDIATE: 1 } },
  fourEyes: { request: false, answer: false },
  subject: { required: true, identifierOrParents: true },
  codeLists: CODE_LISTS,
  request: formPart(REQUEST_LAYOUT, CODE_LISTS),
  answer: formPart([...INCOME_SECTIONS, ...ASSET_SECTIONS, REMARKS_SECTION], CODE_LISTS),
};
