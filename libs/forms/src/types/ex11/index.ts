import { PURPOSE_LIST, type CodeEntry, type ExchangeFormDefinition } from '../../definition';
import { formPart } from '../../schema/derive-schema';
import { ANSWER_LAYOUT } from './answer';
import { GENERAL_PURPOSES, SUBJECT_AREAS, TOPICS } from './lists';
import { ABOUT_A_PERSON, REQUEST_LAYOUT } from './request';

const CODE_LISTS: Readonly<Record<string, readonly CodeEntry[]>> = {
  [PURPOSE_LIST]: GENERAL_PURPOSES,
  'EX11-AREA': SUBJECT_AREAS,
  'EX11-TOPIC': TOPICS,
};

/** EX11: general request. The second format, because the person is asked for only when the request says so. */
export const EX11: ExchangeFormDefinition = {
  format: 2,
  code: 'EX11',
  version: 1,
  title: {
    ro: 'Cerere generală de informații',
    bg: 'Общо искане за информация',
    en: 'General request',
  },
  description: {
    ro: 'Până la zece întrebări formulate liber despre legislație, proceduri, contacte, statistici sau documente, de regulă fără date cu caracter personal.',
    bg: 'До десет свободно формулирани въпроса за законодателство, процедури, контакти, статистика или документи, по правило без лични данни.',
    en: 'Up to ten questions of own text about law, procedures, contacts, statistics or documents, as a rule without personal data.',
  },
  certificates: [],
  defaultTerms: { acceptWorkingDays: 5, answerWorkingDays: { NORMAL: 20, URGENT: 5, IMMEDIATE: 1 } },
  fourEyes: { request: false, answer: false },
  subject: { when: [ABOUT_A_PERSON], required: true, identifierOrParents: true },
  codeLists: CODE_LISTS,
  request: formPart(REQUEST_LAYOUT, CODE_LISTS),
  answer: formPart(ANSWER_LAYOUT, CODE_LISTS),
};
