import type { ExchangeSide, Locale } from '@soc-coop/contracts';
import type { CitationFacts } from '../../agreements';
import type { Capped } from '../../platform/paging';
import type { FilesOfCase } from '../attachments/case-files';
import type { DeadlineChangeRow } from '../deadlines/calendar/deadline-change.repository';
import type { Deadline } from '../deadlines/deadline';
import type { MoveAllowance } from '../moves/allowances';
import type { Person } from '../subjects/subject-register';
import type { KnownNames } from '../read-plans/known-names';
import type { Draft } from './draft';
import type { ExchangeListRow, ExchangeRow, MessageHead, MoveRow } from './exchange.row';

/** A message as its reader may have it: the content is null, and still sealed, for those who see no persons. */
export interface SeenMessage extends MessageHead {
  readonly content: Record<string, unknown> | null;
}

/** An exchange with everything its page shows, read in one transaction. */
export interface ExchangeView {
  readonly row: ExchangeRow;
  readonly side: ExchangeSide | null;
  /** The side whose inner business the viewer sees: a national coordinator's is the country's. */
  readonly ownSide: ExchangeSide | null;
  /** False for those who see no persons: contents, names and remarks are then left out. */
  readonly persons: boolean;
  readonly person: Person | null;
  readonly messages: readonly SeenMessage[];
  readonly moves: readonly MoveRow[];
  readonly draft: Draft | null;
  /** What the viewer's side is correcting of what it has sent. */
  readonly correction: Draft | null;
  readonly deadline: Deadline | null;
  readonly allowances: readonly MoveAllowance[];
  readonly citation: CitationFacts | null;
  /** The viewer's own language: what has no translation is put together in it. */
  readonly locale: Locale;
  /** Files, and what the calendar did to the due day, where they are shown; otherwise asked for one by one. */
  readonly files?: FilesOfCase;
  readonly deadlineChanges?: readonly DeadlineChangeRow[];
  /** Offices and people, where the read came across them; what is left out is asked when it is shown. */
  readonly names?: KnownNames;
}

/** A row of a list. */
export interface ExchangeSummary {
  readonly row: ExchangeListRow;
  readonly side: ExchangeSide | null;
  readonly persons: boolean;
  readonly deadline: Deadline | null;
  /** Offices and people, where the read came across them; what is left out is asked when it is shown. */
  readonly names?: KnownNames;
}

/** How many exchanges stand in each queue. */
export interface QueueCounts {
  readonly needsMe: Capped;
  readonly waiting: Capped;
  readonly dueSoon: Capped;
  readonly overdue: Capped;
  readonly drafts: Capped;
  readonly all: Capped;
}
