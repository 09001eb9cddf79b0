import type { ColumnField, Condition, DateField } from '../../definition';

/**
 * Columns that several tables of EX03 have. Whom a row is about is asked only where the request names more than
 * one person; the share only where ownership is by shares.
 */

const SEVERAL_PERSONS: Condition = { field: 'withOthers', in: ['YES'], of: 'request' };

/** Whom the row is about. */
export const WHOSE_COLUMNS: readonly ColumnField[] = [
  {
    path: 'whose',
    kind: 'code',
    list: 'EX03-WHOSE',
    label: { ro: 'Persoana', bg: 'Лице', en: 'Person' },
    personalData: true,
    required: true,
    when: [SEVERAL_PERSONS],
  },
  {
    path: 'person',
    kind: 'person',
    label: { ro: 'Membrul familiei', bg: 'Член на семейството', en: 'Family member' },
    personalData: true,
    required: true,
    when: [SEVERAL_PERSONS, { field: 'whose', in: ['MEMBER'] }],
  },
];

/** Conditions as a column carries them: none is no attribute, not an empty one. */
export const ifSome = (when: readonly Condition[]): { when?: readonly Condition[] } =>
  when.length > 0 ? { when } : {};

const OF_SHARE: readonly Condition[] = [{ field: 'holding', in: ['SHARE'] }];

const share = (when: readonly Condition[]): readonly ColumnField[] => [
  {
    path: 'shareParts',
    kind: 'number',
    min: 1,
    max: 1_000_000,
    label: { ro: 'Cota: numărul părților', bg: 'Дял: брой части', en: 'Share: parts held' },
    help: {
      ro: 'Pentru o cotă de 1/2 scrieți 1 aici și 2 alături.',
      bg: 'За дял 1/2 запишете 1 тук и 2 в съседното поле.',
      en: 'For a share of 1/2 write 1 here and 2 beside it.',
    },
    personalData: true,
    required: true,
    when,
  },
  {
    path: 'shareOf',
    kind: 'number',
    min: 1,
    max: 1_000_000,
    label: { ro: 'Cota: din câte părți', bg: 'Дял: от общо части', en: 'Share: out of' },
    personalData: true,
    required: true,
    when,
  },
];

/** By what right something is held, and which share of it. */
export const holding = (when: readonly Condition[] = []): readonly ColumnField[] => [
  {
    path: 'holding',
    kind: 'code',
    list: 'EX03-HOLDING',
    label: { ro: 'Dreptul', bg: 'Право', en: 'Right' },
    personalData: true,
    required: true,
    ...ifSome(when),
  },
  ...share([...when, ...OF_SHARE]),
];

/** A share without the right: of a company, of which one is a partner. */
export const SHARE_OF_PARTNER = share([{ field: 'role', in: ['PARTNER'] }]);

/** Since when it was held and, for what was sold or given away in the months asked about, until when. */
export const held = (when: readonly Condition[] = []): readonly ColumnField[] => {
  const from: DateField = {
    path: 'from',
    kind: 'date',
    past: true,
    label: { ro: 'Deținut de la', bg: 'Притежава се от', en: 'Held from' },
    personalData: true,
    required: false,
    ...ifSome(when),
  };
  const to = {
    ro: 'Înstrăinat sau încetat la',
    bg: 'Отчуждено или прекратено на',
    en: 'Disposed of or ended on',
  };
  return [from, { ...from, path: 'to', label: to }];
};

/** What it is worth, and how that was found. */
export const worth = (when: readonly Condition[] = []): readonly ColumnField[] => [
  {
    path: 'value',
    kind: 'money',
    label: { ro: 'Valoarea estimată', bg: 'Приблизителна стойност', en: 'Estimated value' },
    personalData: true,
    required: false,
    ...ifSome(when),
  },
  {
    path: 'valuation',
    kind: 'code',
    list: 'EX03-VALUATION',
    label: { ro: 'Felul valorii', bg: 'Вид на стойността', en: 'Kind of value' },
    personalData: false,
    required: false,
    ...ifSome(when),
  },
];

/** Where it is known from; every row says so. */
export const SOURCE: ColumnField = {
  path: 'source',
  kind: 'code',
  list: 'EX03-SOURCE',
  label: { ro: 'Sursa', bg: 'Източник', en: 'Source' },
  personalData: false,
  required: true,
};
