import {
  type Country,
  type ExchangeSide,
  type MoveInService,
  type PastMove,
  proposedDate,
  type Refusal,
  refusedByHistory,
} from '@soc-coop/contracts';

/** What has happened in a case, and what day it is where the answer is written. */
export interface CaseCourse {
  readonly moves: readonly PastMove[];
  readonly side: ExchangeSide | null;
  readonly country: Country;
  readonly today: (country: Country) => string;
}

/** What the course of the case says against a move: nothing proposed, a day that has passed, one's own question. */
export const courseRefusals = (
  move: MoveInService,
  { moves, side, country, today }: CaseCourse,
): readonly Refusal[] => {
  if (side === null) return [];
  const code = refusedByHistory(moves, move, side);
  if (code !== null) return [{ code, params: {} }];
  const date = move === 'AGREE_DATE' ? proposedDate(moves) : null;
  return date !== null && date < today(country)
    ? [{ code: 'exchange.proposalLapsed', params: { date } }]
    : [];
};
