import type { ListColumn } from '@soc-coop/contracts';
import type { MessageKey } from '@soc-coop/messages';
import type { ExchangeSummaryModel } from '../graphql/exchange.model';
import { toSummaryModel } from '../graphql/card.mapper';
import type { ExchangeSummary } from '../records/exchange.view';
import type { ListWords } from './list-words';

/** The heading of each column, the same words as on screen. */
const COLUMN_LABELS: Readonly<Record<ListColumn, MessageKey>> = {
  TYPE: 'exchanges.column.type',
  PERSON: 'exchanges.column.person',
  UNIT: 'exchanges.column.unit',
  STATE: 'exchanges.column.state',
  DEADLINE: 'exchanges.column.deadline',
  HANDLER: 'exchanges.column.handler',
  SENT: 'exchanges.column.sent',
  OPENED: 'exchanges.column.opened',
};

type Cell = (row: ExchangeSummaryModel, words: ListWords) => string;

/** The unit across the river; for a reader on neither side, both. */
const otherUnit: Cell = ({ side, requestingUnit, replyingUnit }, { locale }) => {
  const asking = requestingUnit?.shortName[locale] ?? '';
  const asked = replyingUnit?.shortName[locale] ?? '';
  if (side === 'REQUESTER') return asked;
  return side === 'REPLIER' ? asking : `${asking} → ${asked}`;
};

const CELLS: Readonly<Record<ListColumn, Cell>> = {
  TYPE: ({ type }, { locale }) => type.title[locale],
  // Who sees no persons on screen finds none in the file either: the model has left the name out already.
  PERSON: ({ subject }) =>
    subject?.name ? `${subject.name.givenName} ${subject.name.familyName}` : (subject?.pseudonym ?? ''),
  UNIT: otherUnit,
  STATE: ({ state, urgency }, { t }) =>
    t(`exchanges.stateShort.${state}`) + (urgency === 'NORMAL' ? '' : `, ${t(`common.urgency.${urgency}`)}`),
  DEADLINE: ({ deadline }, { day }) => (deadline === null ? '' : day(deadline.due)),
  HANDLER: ({ handler }) => (handler ? `${handler.givenName} ${handler.familyName}`.trim() : ''),
  SENT: ({ sentAt }, { dayOf }) => (sentAt === null ? '' : dayOf(sentAt)),
  OPENED: ({ createdAt }, { dayOf }) => dayOf(createdAt),
};

/** The headings of a list. */
export const headingsOf = (columns: readonly ListColumn[], { t }: ListWords): string[] => [
  t('exchanges.column.number'),
  ...columns.map((column) => t(COLUMN_LABELS[column])),
];

/** A row of a list as its reader sees it. */
export const cellsOf = (
  summary: ExchangeSummary,
  columns: readonly ListColumn[],
  words: ListWords,
): string[] => {
  const row = toSummaryModel(summary);
  return [row.number ?? words.t('exchanges.noNumber'), ...columns.map((column) => CELLS[column](row, words))];
};
