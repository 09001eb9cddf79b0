import type { ColumnField, Condition, Section } from '../../definition';
import { INCOME_KINDS } from '../../lists/means';
import { SOURCE, WHOSE_COLUMNS } from './columns';

/** A row may also say that there was no income; then it has no amount. */
const SOME_INCOME: Condition = {
  field: 'type',
  in: INCOME_KINDS.map(({ code }) => code).filter((code) => code !== 'NONE'),
};

const INCOME_COLUMNS: readonly ColumnField[] = [
  ...WHOSE_COLUMNS,
  {
    path: 'type',
    kind: 'code',
    list: 'CL-08',
    label: { ro: 'Felul venitului', bg: 'Вид на дохода', en: 'Kind of income' },
    personalData: true,
    required: true,
  },
  {
    path: 'basis',
    kind: 'code',
    list: 'EX03-BASIS',
    label: { ro: 'Brut sau net', bg: 'Брутно или нетно', en: 'Gross or net' },
    personalData: true,
    required: true,
    when: [SOME_INCOME],
  },
  {
    path: 'amount',
    kind: 'money',
    label: { ro: 'Suma', bg: 'Сума', en: 'Amount' },
    help: {
      ro: 'În moneda în care s-a plătit; nu convertiți.',
      bg: 'Във валутата на плащането; не преизчислявайте.',
      en: 'In the currency it was paid in; do not convert.',
    },
    personalData: true,
    required: true,
    when: [SOME_INCOME],
  },
  {
    path: 'time',
    kind: 'code',
    list: 'EX03-TIME',
    label: { ro: 'Pentru ce interval', bg: 'За какъв срок', en: 'For which time' },
    personalData: false,
    required: true,
  },
  {
    path: 'month',
    kind: 'month',
    past: true,
    label: { ro: 'Luna', bg: 'Месец', en: 'Month' },
    personalData: true,
    required: true,
    when: [{ field: 'time', in: ['ONE_MONTH'] }],
  },
  {
    path: 'period',
    kind: 'period',
    past: true,
    label: { ro: 'Perioada', bg: 'Период', en: 'Period' },
    personalData: true,
    required: true,
    when: [{ field: 'time', in: ['EACH_MONTH', 'WHOLE_PERIOD'] }],
  },
  {
    path: 'payer',
    kind: 'code',
    list: 'EX03-PAYER',
    label: { ro: 'Felul plătitorului', bg: 'Вид на платеца', en: 'Kind of payer' },
    personalData: true,
    required: true,
    when: [SOME_INCOME],
  },
  SOURCE,
];

const INCOMES: Section = {
  id: 'incomes',
  question: 'Q1',
  title: { ro: 'Venituri', bg: 'Доходи', en: 'Incomes' },
  fields: [
    {
      path: 'answers.Q1.incomes',
      kind: 'rows',
      maxRows: 120,
      label: { ro: 'Veniturile', bg: 'Доходи', en: 'Incomes' },
      help: {
        ro: 'Un rând pentru fiecare fel de venit și interval. Dacă registrul arată că nu au existat venituri, alegeți „fără venit”.',
        bg: 'По един ред за всеки вид доход и срок. Ако регистърът показва, че няма доходи, изберете „без доход“.',
        en: 'One row for each kind of income and time. If the register shows that there was none, choose “no income”.',
      },
      personalData: true,
      required: true,
      columns: INCOME_COLUMNS,
    },
    {
      path: 'answers.Q1.remarks',
      kind: 'longText',
      label: { ro: 'Observații', bg: 'Бележки', en: 'Remarks' },
      personalData: true,
      required: false,
    },
  ],
};

/** A benefit asked for and not granted has no amount. */
const GRANTED: Condition = { field: 'status', in: ['PAID', 'SUSPENDED', 'STOPPED'] };

const BENEFIT_NAMES: readonly ColumnField[] = [
  {
    path: 'kind',
    kind: 'code',
    list: 'EX03-PENSION',
    label: {
      ro: 'Felul pensiei sau al prestației',
      bg: 'Вид на пенсията или помощта',
      en: 'Kind of pension or benefit',
    },
    personalData: true,
    required: true,
  },
  {
    path: 'romanian',
    kind: 'code',
    list: 'CL-04',
    label: { ro: 'Prestația din România', bg: 'Румънска помощ', en: 'Romanian benefit' },
    personalData: true,
    required: true,
    when: [{ field: 'kind', in: ['RO_BENEFIT'] }],
  },
  {
    path: 'bulgarian',
    kind: 'code',
    list: 'CL-05',
    label: { ro: 'Prestația din Bulgaria', bg: 'Българска помощ', en: 'Bulgarian benefit' },
    personalData: true,
    required: true,
    when: [{ field: 'kind', in: ['BG_BENEFIT'] }],
  },
  {
    path: 'other',
    kind: 'text',
    label: { ro: 'Denumirea prestației', bg: 'Наименование на плащането', en: 'Name of the benefit' },
    personalData: true,
    required: true,
    when: [{ field: 'kind', in: ['OTHER'] }],
  },
];

const BENEFIT_COLUMNS: readonly ColumnField[] = [
  ...WHOSE_COLUMNS,
  ...BENEFIT_NAMES,
  {
    path: 'status',
    kind: 'code',
    list: 'EX03-STATUS',
    label: { ro: 'Situația', bg: 'Състояние', en: 'Status' },
    personalData: true,
    required: true,
  },
  {
    path: 'amount',
    kind: 'money',
    label: { ro: 'Suma', bg: 'Сума', en: 'Amount' },
    personalData: true,
    required: true,
    when: [GRANTED],
  },
  {
    path: 'basis',
    kind: 'code',
    list: 'EX03-BASIS',
    label: { ro: 'Brut sau net', bg: 'Брутно или нетно', en: 'Gross or net' },
    personalData: true,
    required: false,
    when: [GRANTED],
  },
  {
    path: 'frequency',
    kind: 'code',
    list: 'EX03-FREQUENCY',
    label: { ro: 'Periodicitatea', bg: 'Периодичност', en: 'Frequency' },
    personalData: true,
    required: true,
    when: [GRANTED],
  },
  {
    path: 'from',
    kind: 'date',
    label: { ro: 'De la', bg: 'От', en: 'From' },
    personalData: true,
    required: true,
    when: [GRANTED],
  },
  {
    path: 'to',
    kind: 'date',
    label: { ro: 'Până la', bg: 'До', en: 'To' },
    personalData: true,
    required: false,
    when: [GRANTED],
  },
  {
    path: 'decision',
    kind: 'text',
    maxLength: 60,
    label: { ro: 'Numărul deciziei', bg: 'Номер на решението или заповедта', en: 'Number of the decision' },
    personalData: true,
    required: false,
  },
  SOURCE,
];

const BENEFITS: Section = {
  id: 'benefits',
  question: 'Q2',
  title: {
    ro: 'Pensii și prestații sociale',
    bg: 'Пенсии и социални помощи',
    en: 'Pensions and social benefits',
  },
  fields: [
    {
      path: 'answers.Q2.any',
      kind: 'yesNo',
      label: {
        ro: 'Există pensii sau prestații în perioada verificată',
        bg: 'Има пенсии или помощи през проверявания период',
        en: 'There are pensions or benefits in the months asked about',
      },
      personalData: true,
      required: true,
    },
    {
      path: 'answers.Q2.benefits',
      kind: 'rows',
      maxRows: 40,
      label: { ro: 'Pensiile și prestațiile', bg: 'Пенсии и помощи', en: 'Pensions and benefits' },
      personalData: true,
      required: true,
      when: [{ field: 'answers.Q2.any', in: ['YES'] }],
      columns: BENEFIT_COLUMNS,
    },
  ],
};

/** The sections of Q1 (incomes) and Q2 (pensions and benefits). */
export const INCOME_SECTIONS: readonly Section[] = [INCOMES, BENEFITS];
