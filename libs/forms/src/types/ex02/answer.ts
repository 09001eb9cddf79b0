import type { Section } from '../../definition';
import { REMARKS_SECTION } from '../common/sections';
import { HOUSING_AND_VISIT } from './answer-visit';

const REGISTERED: Section = {
  id: 'registered',
  question: 'Q1',
  title: { ro: 'Adrese înregistrate', bg: 'Регистрирани адреси', en: 'Registered addresses' },
  fields: [
    {
      path: 'answers.Q1.registrations',
      kind: 'rows',
      maxRows: 20,
      label: { ro: 'Înregistrări', bg: 'Регистрации', en: 'Registrations' },
      personalData: true,
      required: true,
      columns: [
        {
          path: 'kind',
          kind: 'code',
          list: 'CL-07',
          label: { ro: 'Felul adresei', bg: 'Вид на адреса', en: 'Kind of address' },
          personalData: true,
          required: true,
        },
        {
          path: 'address',
          kind: 'address',
          label: { ro: 'Adresa', bg: 'Адрес', en: 'Address' },
          personalData: true,
          required: true,
        },
        {
          path: 'from',
          kind: 'date',
          past: true,
          label: { ro: 'De la', bg: 'От', en: 'From' },
          personalData: true,
          required: true,
        },
        {
          path: 'to',
          kind: 'date',
          label: { ro: 'Până la', bg: 'До', en: 'To' },
          personalData: true,
          required: false,
        },
      ],
    },
  ],
};

const ACTUAL: Section = {
  id: 'actual',
  question: 'Q2',
  title: { ro: 'Locuirea efectivă', bg: 'Действително пребиваване', en: 'Actual residence' },
  fields: [
    {
      path: 'answers.Q2.result',
      kind: 'code',
      list: 'EX02-RESULT',
      label: { ro: 'Constatarea', bg: 'Установено', en: 'Finding' },
      personalData: true,
      required: true,
    },
    {
      path: 'answers.Q2.since',
      kind: 'date',
      past: true,
      label: { ro: 'De când', bg: 'От кога', en: 'Since' },
      personalData: true,
      required: false,
      when: [{ field: 'answers.Q2.result', in: ['LIVES', 'PARTLY'] }],
    },
    {
      path: 'answers.Q2.leftOn',
      kind: 'date',
      past: true,
      label: {
        ro: 'Data plecării, dacă se cunoaște',
        bg: 'Дата на напускане, ако е известна',
        en: 'Date of leaving, if known',
      },
      personalData: true,
      required: false,
      when: [{ field: 'answers.Q2.result', in: ['NOT_LIVES'] }],
    },
    {
      path: 'answers.Q2.elements',
      kind: 'rows',
      maxRows: 12,
      label: {
        ro: 'Elemente avute în vedere',
        bg: 'Взети предвид елементи',
        en: 'Elements taken into account',
      },
      help: {
        ro: 'După elementele din articolul 11 al Regulamentului (CE) nr. 987/2009.',
        bg: 'По елементите в член 11 от Регламент (ЕО) № 987/2009.',
        en: 'By the elements of Article 11 of Regulation (EC) No 987/2009.',
      },
      personalData: true,
      required: false,
      columns: [
        {
          path: 'element',
          kind: 'code',
          list: 'EX02-ELEMENT',
          label: { ro: 'Elementul', bg: 'Елемент', en: 'Element' },
          personalData: false,
          required: true,
        },
        {
          path: 'finding',
          kind: 'text',
          maxLength: 1000,
          label: { ro: 'Ce s-a constatat', bg: 'Какво е установено', en: 'What was found' },
          personalData: true,
          required: true,
        },
      ],
    },
    {
      path: 'answers.Q2.remarks',
      kind: 'longText',
      label: { ro: 'Observații', bg: 'Бележки', en: 'Remarks' },
      personalData: true,
      required: false,
    },
  ],
};

const HOUSEHOLD: Section = {
  id: 'household',
  question: 'Q3',
  title: { ro: 'Componența familiei (gospodăriei)', bg: 'Състав на домакинството', en: 'Household' },
  fields: [
    {
      path: 'answers.Q3.alone',
      kind: 'yesNo',
      label: { ro: 'Persoana locuiește singură', bg: 'Лицето живее само', en: 'The person lives alone' },
      personalData: true,
      required: true,
    },
    {
      path: 'answers.Q3.members',
      kind: 'rows',
      maxRows: 30,
      label: {
        ro: 'Membrii, fără persoana verificată',
        bg: 'Членове, без проверяваното лице',
        en: 'Members, without the person asked about',
      },
      personalData: true,
      required: true,
      when: [{ field: 'answers.Q3.alone', in: ['NO'] }],
      columns: [
        {
          path: 'person',
          kind: 'person',
          label: { ro: 'Persoana', bg: 'Лице', en: 'Person' },
          personalData: true,
          required: true,
        },
        {
          path: 'relation',
          kind: 'code',
          list: 'CL-02',
          label: { ro: 'Relația', bg: 'Връзка', en: 'Relation' },
          personalData: true,
          required: true,
        },
        {
          path: 'since',
          kind: 'date',
          past: true,
          label: { ro: 'De când', bg: 'От кога', en: 'Since' },
          personalData: true,
          required: false,
        },
      ],
    },
  ],
};

/** What an answer of type EX02 contains: a section for each question, open only when it was asked. */
export const ANSWER_LAYOUT: readonly Section[] = [
  REGISTERED,
  ACTUAL,
  HOUSEHOLD,
  ...HOUSING_AND_VISIT,
  REMARKS_SECTION,
];
