import { markLasting, toConnection } from '../../platform/graphql';
import { mapPage, type Page } from '../../platform/paging';
import type { ExchangeListRow } from '../records/exchange.row';
import type { ExchangeSummary } from '../records/exchange.view';
import { pseudonymOf, typeOf } from './exchange-core';
import type { ExchangeConnection, ExchangeSummaryModel } from './exchange.model';
import { type FilledSides, filledSides } from './filled-names';
import type { SubjectSummaryModel } from './subject.model';

const listedSubject = (row: ExchangeListRow, persons: boolean): SubjectSummaryModel | null => {
  const { familyName, givenName, familyNameLatin, givenNameLatin } = row;
  if (familyName === null) return null;
  const name = {
    familyName,
    givenName: givenName ?? '',
    patronymic: null,
    familyNameLatin: familyNameLatin ?? familyName,
    givenNameLatin: givenNameLatin ?? givenName ?? '',
  };
  return { id: row.id, pseudonym: pseudonymOf(row.id), name: persons ? name : null };
};

const toCard = (
  { row, side, persons, deadline }: ExchangeSummary,
  sides: FilledSides,
): ExchangeSummaryModel => ({
  ...sides,
  id: row.id,
  number: row.number,
  state: row.state,
  stateSince: row.stateSince,
  version: row.version,
  side,
  type: typeOf(row),
  urgency: row.urgency,
  decisionBy: row.decisionBy,
  deadline,
  createdAt: row.createdAt,
  sentAt: row.sentAt,
  subject: listedSubject(row, persons),
  row,
});

/** What a card depends on beside its row; equal where it is the same objects. */
interface Card {
  readonly seen: Pick<ExchangeSummary, 'side' | 'persons' | 'deadline'>;
  readonly sides: FilledSides;
  readonly model: ExchangeSummaryModel;
}

const isFor = (
  { seen, sides }: Card,
  { side, persons, deadline }: ExchangeSummary,
  now: FilledSides,
): boolean =>
  seen.side === side &&
  seen.persons === persons &&
  seen.deadline === deadline &&
  sides.requestingUnit === now.requestingUnit &&
  sides.replyingUnit === now.replyingUnit &&
  sides.handler === now.handler;

/** Both sides, an onlooker, an auditor: more kinds of readers are rare. */
const MOST_CARDS = 4;

const cards = new WeakMap<ExchangeListRow, readonly Card[]>();

/**
 * A row of a list. While the row, the names on it and what the reader may see are the same objects, so is the card:
 * what is written of it lasts as long (docs/adr/0031).
 */
export const toSummaryModel = (summary: ExchangeSummary): ExchangeSummaryModel => {
  const { row, side, persons, deadline, names } = summary;
  const sides = filledSides(row, side, names);
  const made = cards.get(row) ?? [];
  const known = made.find((card) => isFor(card, summary, sides));
  if (known !== undefined) return known.model;
  const model = markLasting(toCard(summary, sides));
  cards.set(row, [{ seen: { side, persons, deadline }, sides, model }, ...made.slice(0, MOST_CARDS - 1)]);
  return model;
};

const connections = new WeakMap<Page<ExchangeSummary>, ExchangeConnection>();

/** A page of a list. A page that is seen as it was is the same object, and so is what is written of it. */
export const toExchangeConnection = (page: Page<ExchangeSummary>): ExchangeConnection => {
  const known = connections.get(page) ?? markLasting(toConnection(mapPage(page, toSummaryModel)));
  connections.set(page, known);
  return known;
};
