import type { Section } from '../../definition';
import { PURPOSE_SECTION, QUESTIONS_HELP } from '../common/sections';
import { QUESTIONS } from './questions';

const MONTHS: Section = {
  id: 'months',
  title: { ro: 'Lunile verificate', bg: 'Проверявани месеци', en: 'Months to check' },
  help: {
    ro: 'Numai lunile de care depinde dreptul.',
    bg: 'Само месеците, от които зависи правото.',
    en: 'Only the months on which the right depends.',
  },
  fields: [
    {
      path: 'months.from',
      kind: 'month',
      past: true,
      label: { ro: 'Din luna', bg: 'От месец', en: 'From month' },
      personalData: false,
      required: true,
    },
    {
      path: 'months.to',
      kind: 'month',
      past: true,
      label: { ro: 'Până în luna, inclusiv', bg: 'До месец включително', en: 'To month, included' },
      personalData: false,
      required: true,
    },
  ],
};

const PERSONS: Section = {
  id: 'persons',
  title: { ro: 'Persoanele verificate', bg: 'Проверявани лица', en: 'Persons to check' },
  fields: [
    {
      path: 'withOthers',
      kind: 'yesNo',
      label: {
        ro: 'Întrebările privesc și alți membri ai familiei',
        bg: 'Въпросите се отнасят и до други членове на семейството',
        en: 'The questions are about other family members too',
      },
      help: {
        ro: 'Numai dacă dreptul depinde de veniturile sau bunurile lor.',
        bg: 'Само ако правото зависи от техните доходи или имущество.',
        en: 'Only if the right depends on their incomes or assets.',
      },
      personalData: false,
      required: true,
    },
    {
      path: 'others',
      kind: 'rows',
      maxRows: 15,
      label: { ro: 'Ceilalți membri', bg: 'Други членове', en: 'Other members' },
      help: {
        ro: 'Scrieți data nașterii, ca persoana să poată fi deosebită de altele cu același nume. Nu scrieți aici numere de identificare.',
        bg: 'Посочете датата на раждане, за да се различи лицето от други със същото име. Не вписвайте тук идентификационни номера.',
        en: 'Give the date of birth, to tell the person apart from others of the same name. Write no identification numbers here.',
      },
      personalData: true,
      required: true,
      when: [{ field: 'withOthers', in: ['YES'] }],
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
      ],
    },
  ],
};

/** What a request of type EX03 contains. */
export const REQUEST_LAYOUT: readonly Section[] = [
  PURPOSE_SECTION,
  PERSONS,
  MONTHS,
  {
    id: 'questions',
    title: { ro: 'Întrebări', bg: 'Въпроси', en: 'Questions' },
    help: QUESTIONS_HELP,
    fields: [
      ...QUESTIONS,
      {
        path: 'restrictedBasis',
        kind: 'longText',
        maxLength: 1000,
        label: {
          ro: 'Temeiul legal pentru întrebarea despre economii și terenuri',
          bg: 'Правно основание за въпроса за спестявания и земя',
          en: 'Legal basis of the question on savings and land',
        },
        help: {
          ro: 'Actul și articolul din dreptul dumneavoastră după care aceste bunuri intră în calculul dreptului.',
          bg: 'Актът и членът от Вашето право, според които това имущество се отчита при преценката.',
          en: 'The act and article of your law by which these assets count for the right.',
        },
        personalData: false,
        required: true,
        when: [{ field: 'questions.Q5.asked', in: [true] }],
      },
    ],
  },
];
