import type { ExchangeSide } from '@soc-coop/contracts';
import type { CitationFacts } from '../../agreements';
import type { Capped } from '../../platform/paging';
import type { Deadline } from '../deadlines/deadline';
import type { MoveAllowance } from '../moves/allowances';
import type { Person } from '../subjects/subject-register';
import type { Draft } from './draft';
import type { ExchangeListRow, ExchangeRow, MessageRow, MoveRow } from './exchange.row';

/** An exchange with everything its page shows, read in one transaction. */
export interface ExchangeView {
  readonly row: ExchangeRow;
  readonly side: ExchangeSide | null;
  /** False for those who see no persons: contents, names and remarks are then left out. */
  readonly persons: boolean;
  readonly person: Person | null;
  readonly messages: readonly MessageRow[];
  readonly moves: readonly MoveRow[];
  readonly draft: Draft | null;
  readonly deadline: Deadline | null;
  readonly allowances: readonly MoveAllowance[];
  readonly citation: CitationFacts | null;
}

/** A row of a list. */
export interface ExchangeSummary {
  readonly row: ExchangeListRow;
  readonly side: ExchangeSide | null;
  readonly persons: boolean;
  readonly deadline: Deadline | null;
}

/** How many exchanges stand in each queue. */
export interface QueueCounts {
  readonly needsMe: Capped;
  readonly waiting: Capped;
  readonly drafts: Capped;
  readonly all: Capped;
}
