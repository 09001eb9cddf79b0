import type { ColumnField, Condition, FixedField, NumberField, RowsField, Section } from '../../definition';
import { SHARE_OF_PARTNER, SOURCE, WHOSE_COLUMNS, held, holding, ifSome, worth } from './columns';

/** Whether there is anything at all: a "no" is an answer, and the table then does not show. */
const anyOf = (question: string, label: FixedField['label']): FixedField => ({
  path: `answers.${question}.any`,
  kind: 'yesNo',
  label,
  personalData: true,
  required: true,
});

const ifAny = (question: string): readonly Condition[] => [{ field: `answers.${question}.any`, in: ['YES'] }];

const countOf = (question: string, label: NumberField['label']): NumberField => ({
  path: `answers.${question}.count`,
  kind: 'number',
  min: 1,
  max: 1000,
  label,
  personalData: true,
  required: true,
  when: ifAny(question),
});

const tableOf = (
  question: string,
  name: string,
  label: RowsField['label'],
  columns: readonly ColumnField[],
): RowsField => ({
  path: `answers.${question}.${name}`,
  kind: 'rows',
  maxRows: 40,
  label,
  personalData: true,
  required: true,
  when: ifAny(question),
  columns: [...WHOSE_COLUMNS, ...columns, SOURCE],
});

const kindOf = (list: string): ColumnField => ({
  path: 'kind',
  kind: 'code',
  list,
  label: { ro: 'Felul bunului', bg: 'Вид на имуществото', en: 'Kind of asset' },
  personalData: true,
  required: true,
});

const useOf = (when: readonly Condition[] = []): ColumnField => ({
  path: 'use',
  kind: 'code',
  list: 'EX03-USE',
  label: { ro: 'Folosința', bg: 'Ползване', en: 'Use' },
  personalData: true,
  required: true,
  ...ifSome(when),
});

const placeOf = (when: readonly Condition[] = []): ColumnField => ({
  path: 'place',
  kind: 'text',
  label: { ro: 'Localitatea și județul', bg: 'Населено място и област', en: 'Locality and district' },
  help: {
    ro: 'Fără adresa completă: pentru stabilirea dreptului este de ajuns localitatea.',
    bg: 'Без пълния адрес: за преценка на правото е достатъчно населеното място.',
    en: 'Not the whole address: the locality is enough to decide on the right.',
  },
  personalData: true,
  required: false,
  ...ifSome(when),
});

const ESTATES: Section = {
  id: 'estates',
  question: 'Q3',
  title: { ro: 'Imobile', bg: 'Недвижими имоти', en: 'Real estate' },
  fields: [
    anyOf('Q3', {
      ro: 'Sunt înregistrate imobile',
      bg: 'Има вписани недвижими имоти',
      en: 'Real estate is registered',
    }),
    countOf('Q3', { ro: 'Numărul imobilelor', bg: 'Брой на имотите', en: 'Number of properties' }),
    tableOf('Q3', 'estates', { ro: 'Imobilele', bg: 'Имоти', en: 'Properties' }, [
      kindOf('CL-09-ESTATE'),
      placeOf(),
      ...holding(),
      useOf(),
      ...held(),
      ...worth(),
    ]),
  ],
};

const VEHICLES: Section = {
  id: 'vehicles',
  question: 'Q4',
  title: { ro: 'Vehicule și utilaje', bg: 'Превозни средства и техника', en: 'Vehicles and machinery' },
  fields: [
    anyOf('Q4', {
      ro: 'Sunt înregistrate vehicule sau utilaje',
      bg: 'Има регистрирани превозни средства или техника',
      en: 'Vehicles or machinery are registered',
    }),
    tableOf(
      'Q4',
      'vehicles',
      { ro: 'Vehiculele și utilajele', bg: 'Средства и техника', en: 'Vehicles and machinery' },
      [
        kindOf('CL-09-MOVABLE'),
        {
          path: 'type',
          kind: 'code',
          list: 'EX03-VEHICLE',
          label: { ro: 'Tipul vehiculului', bg: 'Вид на превозното средство', en: 'Type of vehicle' },
          personalData: true,
          required: true,
          when: [{ field: 'kind', in: ['VEHICLE'] }],
        },
        {
          path: 'model',
          kind: 'text',
          maxLength: 100,
          label: { ro: 'Marca și modelul', bg: 'Марка и модел', en: 'Make and model' },
          personalData: true,
          required: false,
        },
        {
          path: 'year',
          kind: 'number',
          min: 1900,
          max: 2100,
          label: { ro: 'Anul fabricației', bg: 'Година на производство', en: 'Year of make' },
          personalData: true,
          required: false,
        },
        ...holding(),
        ...held(),
        ...worth(),
      ],
    ),
  ],
};

const IF_SAVINGS: readonly Condition[] = [{ field: 'kind', in: ['SAVINGS'] }];
const IF_LAND: readonly Condition[] = [{ field: 'kind', in: ['LAND'] }];

const SAVINGS_COLUMNS: readonly ColumnField[] = [
  {
    path: 'form',
    kind: 'code',
    list: 'EX03-SAVING',
    label: { ro: 'Forma economiilor', bg: 'Форма на спестяванията', en: 'Form of savings' },
    personalData: true,
    required: true,
    when: IF_SAVINGS,
  },
  {
    path: 'balance',
    kind: 'money',
    label: { ro: 'Soldul', bg: 'Наличност', en: 'Balance' },
    help: {
      ro: 'Fără numărul contului.',
      bg: 'Без номера на сметката.',
      en: 'Without the account number.',
    },
    personalData: true,
    required: true,
    when: IF_SAVINGS,
  },
  {
    path: 'asOf',
    kind: 'date',
    past: true,
    label: { ro: 'La data de', bg: 'Към дата', en: 'As of' },
    personalData: true,
    required: true,
    when: IF_SAVINGS,
  },
];

const LAND_COLUMNS: readonly ColumnField[] = [
  {
    path: 'category',
    kind: 'code',
    list: 'EX03-LAND',
    label: { ro: 'Categoria de folosință', bg: 'Начин на трайно ползване', en: 'Category of land' },
    personalData: true,
    required: true,
    when: IF_LAND,
  },
  {
    path: 'area',
    kind: 'number',
    min: 1,
    max: 1_000_000,
    label: { ro: 'Suprafața, în metri pătrați', bg: 'Площ в квадратни метри', en: 'Area in square metres' },
    personalData: true,
    required: true,
    when: IF_LAND,
  },
  placeOf(IF_LAND),
  ...holding(IF_LAND),
  useOf(IF_LAND),
  ...held(IF_LAND),
  ...worth(IF_LAND),
];

const SAVINGS_AND_LAND: Section = {
  id: 'savingsAndLand',
  question: 'Q5',
  title: { ro: 'Economii și terenuri', bg: 'Спестявания и земя', en: 'Savings and land' },
  help: {
    ro: 'Dacă legea nu vă permite accesul la aceste date, alegeți „nepermis” ca motiv al lipsei răspunsului.',
    bg: 'Ако законът не Ви дава достъп до тези данни, изберете „не е позволено“ като причина за липсващия отговор.',
    en: 'If the law gives you no access to these data, choose “not allowed” as the reason why the answer is missing.',
  },
  fields: [
    anyOf('Q5', {
      ro: 'Există economii sau terenuri',
      bg: 'Има спестявания или земя',
      en: 'There are savings or land',
    }),
    tableOf(
      'Q5',
      'assets',
      { ro: 'Economiile și terenurile', bg: 'Спестявания и земя', en: 'Savings and land' },
      [kindOf('CL-09-RESTRICTED'), ...SAVINGS_COLUMNS, ...LAND_COLUMNS],
    ),
  ],
};

const BUSINESS_COLUMNS: readonly ColumnField[] = [
  {
    path: 'form',
    kind: 'code',
    list: 'EX03-BUSINESS',
    label: { ro: 'Forma juridică', bg: 'Правна форма', en: 'Legal form' },
    personalData: true,
    required: true,
  },
  {
    path: 'name',
    kind: 'text',
    label: { ro: 'Denumirea', bg: 'Наименование', en: 'Name' },
    personalData: true,
    required: true,
  },
  {
    path: 'number',
    kind: 'text',
    maxLength: 40,
    label: {
      ro: 'Codul de înregistrare (CUI, EIK)',
      bg: 'Регистрационен номер (ЕИК, CUI)',
      en: 'Registration number (CUI, EIK)',
    },
    personalData: true,
    required: false,
  },
  {
    path: 'role',
    kind: 'code',
    list: 'EX03-ROLE',
    label: { ro: 'Calitatea persoanei', bg: 'Качество на лицето', en: 'Role of the person' },
    personalData: true,
    required: true,
  },
  ...SHARE_OF_PARTNER,
  {
    path: 'state',
    kind: 'code',
    list: 'EX03-ACTIVE',
    label: { ro: 'Starea firmei', bg: 'Състояние на предприятието', en: 'State of the business' },
    personalData: true,
    required: true,
  },
  ...held(),
  ...worth(),
];

const BUSINESS: Section = {
  id: 'business',
  question: 'Q6',
  title: {
    ro: 'Firme și activități înregistrate',
    bg: 'Регистрирани предприятия и дейности',
    en: 'Registered business',
  },
  fields: [
    anyOf('Q6', {
      ro: 'Este înregistrată o firmă sau o activitate',
      bg: 'Има регистрирано предприятие или дейност',
      en: 'A business is registered',
    }),
    tableOf(
      'Q6',
      'businesses',
      { ro: 'Firmele și activitățile', bg: 'Предприятия и дейности', en: 'Businesses' },
      BUSINESS_COLUMNS,
    ),
  ],
};

/** The sections of Q3 (real estate), Q4 (vehicles), Q5 (savings and land) and Q6 (business). */
export const ASSET_SECTIONS: readonly Section[] = [ESTATES, VEHICLES, SAVINGS_AND_LAND, BUSINESS];
