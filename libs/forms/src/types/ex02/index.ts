import { FORM_FORMAT, PURPOSE_LIST, type CodeEntry, type ExchangeFormDefinition } from '../../definition';
import { ADDRESS_KINDS, PURPOSES, RELATIONS } from '../../lists/shared';
import { formPart } from '../../schema/derive-schema';
import { ANSWER_LAYOUT } from './answer';
import {
  DWELLING_STATES,
  RESIDENCE_ELEMENTS,
  RESIDENCE_RESULTS,
  TENURES,
  UTILITIES,
  VISIT_RESULTS,
} from './lists';
import { REQUEST_LAYOUT } from './request';

const CODE_LISTS: Readonly<Record<string, readonly CodeEntry[]>> = {
  [PURPOSE_LIST]: PURPOSES,
  'CL-02': RELATIONS,
  'CL-07': ADDRESS_KINDS,
  'EX02-RESULT': RESIDENCE_RESULTS,
  'EX02-ELEMENT': RESIDENCE_ELEMENTS,
  'EX02-TENURE': TENURES,
  'EX02-UTILITY': UTILITIES,
  'EX02-DWELLING': DWELLING_STATES,
  'EX02-VISIT': VISIT_RESULTS,
};

/** EX02: residence and household verification. */
export const EX02: ExchangeFormDefinition = {
  format: FORM_FORMAT,
  code: 'EX02',
  version: 1,
  title: {
    ro: 'Verificarea reședinței și a componenței familiei',
    bg: 'Проверка на пребиваване и състав на домакинството',
    en: 'Residence and household verification',
  },
  description: {
    ro: 'Unde este înregistrată persoana, dacă locuiește efectiv acolo și cu cine; la nevoie, cu vizită la domiciliu.',
    bg: 'Къде е регистрирано лицето, живее ли действително там и с кого; при нужда с посещение на адреса.',
    en: 'Where the person is registered, whether they actually live there and with whom; if needed with a home visit.',
  },
  certificates: ['BEN'],
  defaultTerms: { acceptWorkingDays: 5, answerWorkingDays: { NORMAL: 15, URGENT: 5, IMMEDIATE: 1 } },
  fourEyes: { request: false, answer: false },
  subject: { required: true, identifierOrParents: true },
  codeLists: CODE_LISTS,
  request: formPart(REQUEST_LAYOUT, CODE_LISTS),
  answer: formPart(ANSWER_LAYOUT, CODE_LISTS),
};
