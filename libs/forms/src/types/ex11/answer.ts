import type { Condition, Field, RowsField, Section } from '../../definition';
import { REMARKS_SECTION } from '../common/sections';
import { QUESTION_NUMBERS } from './request';

/** Some parts of an answer make sense only for a kind of question, which the request names. */
const ofTopic = (number: number, ...topics: readonly string[]): readonly Condition[] => [
  { field: `own.Q${number}.topic`, in: topics, of: 'request' },
];

const sources = (number: number): RowsField => ({
  path: `answers.Q${number}.sources`,
  kind: 'rows',
  maxRows: 20,
  label: { ro: 'Acte și surse', bg: 'Актове и източници', en: 'Acts and sources' },
  personalData: false,
  required: false,
  when: ofTopic(number, 'LAW', 'PROCEDURE', 'STATISTICS', 'OTHER'),
  columns: [
    {
      path: 'title',
      kind: 'text',
      maxLength: 300,
      label: { ro: 'Actul sau sursa', bg: 'Акт или източник', en: 'Act or source' },
      personalData: false,
      required: true,
    },
    {
      path: 'article',
      kind: 'text',
      maxLength: 100,
      label: { ro: 'Articolul sau pagina', bg: 'Член или страница', en: 'Article or page' },
      personalData: false,
      required: false,
    },
    {
      path: 'link',
      kind: 'text',
      maxLength: 500,
      label: { ro: 'Adresa de internet', bg: 'Интернет адрес', en: 'Internet address' },
      personalData: false,
      required: false,
    },
  ],
});

const contacts = (number: number): RowsField => ({
  path: `answers.Q${number}.contacts`,
  kind: 'rows',
  maxRows: 20,
  label: { ro: 'Contacte', bg: 'Контакти', en: 'Contacts' },
  help: {
    ro: 'Contactele instituțiilor, nu ale persoanelor private.',
    bg: 'Контакти на институции, не на частни лица.',
    en: 'Contacts of institutions, not of private persons.',
  },
  personalData: false,
  required: false,
  when: ofTopic(number, 'CONTACT', 'PROCEDURE'),
  columns: [
    {
      path: 'institution',
      kind: 'text',
      label: { ro: 'Instituția', bg: 'Институция', en: 'Institution' },
      personalData: false,
      required: true,
    },
    {
      path: 'department',
      kind: 'text',
      label: { ro: 'Compartimentul sau funcția', bg: 'Отдел или длъжност', en: 'Department or function' },
      personalData: false,
      required: false,
    },
    {
      path: 'phone',
      kind: 'text',
      maxLength: 40,
      label: { ro: 'Telefon', bg: 'Телефон', en: 'Telephone' },
      personalData: false,
      required: false,
    },
    {
      path: 'email',
      kind: 'text',
      label: { ro: 'Adresa de e-mail', bg: 'Електронна поща', en: 'E-mail address' },
      personalData: false,
      required: false,
    },
  ],
});

const figures = (number: number): RowsField => ({
  path: `answers.Q${number}.figures`,
  kind: 'rows',
  maxRows: 60,
  label: { ro: 'Date statistice', bg: 'Статистически данни', en: 'Figures' },
  help: {
    ro: 'Numai totaluri din care nu se poate recunoaște nicio persoană: fără valori mai mici de 5.',
    bg: 'Само общи стойности, от които не може да се разпознае лице: без стойности под 5.',
    en: 'Only totals from which nobody can be recognised: no values below 5.',
  },
  personalData: false,
  required: false,
  when: ofTopic(number, 'STATISTICS'),
  columns: [
    {
      path: 'indicator',
      kind: 'text',
      maxLength: 300,
      label: { ro: 'Indicatorul', bg: 'Показател', en: 'Indicator' },
      personalData: false,
      required: true,
    },
    {
      path: 'period',
      kind: 'period',
      label: { ro: 'Perioada', bg: 'Период', en: 'Period' },
      personalData: false,
      required: false,
    },
    {
      path: 'value',
      kind: 'text',
      maxLength: 60,
      label: { ro: 'Valoarea și unitatea', bg: 'Стойност и мерна единица', en: 'Value and unit' },
      personalData: false,
      required: true,
    },
  ],
});

const fieldsOf = (number: number): readonly Field[] => [
  {
    path: `answers.Q${number}.text`,
    kind: 'longText',
    label: { ro: 'Răspunsul', bg: 'Отговор', en: 'Answer' },
    help: {
      ro: 'Fără date despre sănătate, origine, religie, opinii, viață intimă sau condamnări.',
      bg: 'Без данни за здраве, произход, религия, убеждения, интимен живот или присъди.',
      en: 'With no data on health, origin, religion, opinions, intimate life or convictions.',
    },
    personalData: true,
    required: true,
  },
  {
    path: `answers.Q${number}.copyAttached`,
    kind: 'yesNo',
    label: {
      ro: 'Copia documentului este atașată',
      bg: 'Копието на документа е приложено',
      en: 'The copy of the document is attached',
    },
    personalData: false,
    required: true,
    when: ofTopic(number, 'DOCUMENT_COPY'),
  },
  sources(number),
  contacts(number),
  figures(number),
];

/** What an answer of type EX11 contains: a section for each question that was asked. */
export const ANSWER_LAYOUT: readonly Section[] = [
  ...QUESTION_NUMBERS.map((number): Section => ({
    id: `question${number}`,
    question: `Q${number}`,
    title: {
      ro: `Răspuns la întrebarea ${number}`,
      bg: `Отговор на въпрос ${number}`,
      en: `Answer to question ${number}`,
    },
    fields: fieldsOf(number),
  })),
  REMARKS_SECTION,
];
