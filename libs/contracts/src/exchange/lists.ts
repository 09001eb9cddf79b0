import type { ExchangeQueue } from './vocabulary';

/** By what a list of exchanges goes. */
export const EXCHANGE_SORTS = ['DUE', 'NEWEST', 'OLDEST', 'NUMBER'] as const;
export type ExchangeSort = (typeof EXCHANGE_SORTS)[number];

/** Lists where time presses go by due day; the others show the newest first. */
export const DEFAULT_SORT: Readonly<Record<ExchangeQueue, ExchangeSort>> = {
  NEEDS_ME: 'DUE',
  WAITING: 'DUE',
  DUE_SOON: 'DUE',
  OVERDUE: 'DUE',
  DRAFTS: 'NEWEST',
  ALL: 'NEWEST',
};

/** Whose cases a list is narrowed to; no name is ever a filter. */
export const EXCHANGE_HANDLERS = ['ME', 'NOBODY'] as const;
export type ExchangeHandler = (typeof EXCHANGE_HANDLERS)[number];

/** The columns a reader may choose beside the number, which names the row and always stands there. */
export const LIST_COLUMNS = [
  'TYPE',
  'PERSON',
  'UNIT',
  'STATE',
  'DEADLINE',
  'HANDLER',
  'SENT',
  'OPENED',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** What a list shows to those who chose nothing. */
export const DEFAULT_COLUMNS: readonly ListColumn[] = ['TYPE', 'PERSON', 'UNIT', 'STATE', 'DEADLINE'];

/** Rows a page of a list may have. */
export const PAGE_SIZES = [25, 50, 100] as const;

/** What lists are exported as. */
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Bounds of lists as files, and of saved views. */
export const LIST_LIMITS = {
  /** Most rows one file holds; who needs more narrows the list, or asks twice. */
  exportRows: 10_000,
  /** Most views one person keeps. */
  savedViews: 50,
  /** Longest name of a view, in characters. */
  viewName: 60,
  /** Longest wait a list is narrowed to, in days. */
  waitingDays: 365,
} as const;
