import type { Completeness, ExchangeSide, QualityMark } from '@soc-coop/contracts';

/** The part of an exchange a draft will become. */
export type DraftPart = 'REQUEST' | 'ANSWER' | CorrectionPart;

/** The correction of what was sent; it stands beside the draft of an answer that is written anew. */
export type CorrectionPart = 'REQUEST_CORRECTION' | 'ANSWER_CORRECTION';

/** What an officer has written so far; any part may be missing or wrong. */
export interface DraftContent {
  readonly content: Record<string, unknown>;
  readonly subject: Record<string, unknown>;
  /** What an answer says about itself; there once it was submitted for approval. */
  readonly marks?: AnswerMarks;
}

/** What goes with an answer beside its content. */
export interface AnswerMarks {
  readonly completeness: Completeness;
  readonly qualityMark: QualityMark;
  readonly note: string | null;
}

/** A draft with who saved it last, and when. */
export interface Draft extends DraftContent {
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
  /** Everybody who ever saved it; none where it is older than approvals. */
  readonly writers: readonly string[];
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  /** The hash of what was approved. */
  readonly approvedSha256: string | null;
}

/** The parts a second officer approves. */
export type ApprovedPart = Extract<DraftPart, 'REQUEST' | 'ANSWER'>;

/** Which draft of which exchange. */
export interface DraftKey {
  readonly exchangeId: string;
  readonly part: DraftPart;
}

/** What saving a draft needs beside its content. */
export interface DraftSave extends DraftKey {
  readonly unitId: string;
  readonly by: string;
  readonly at: Date;
}

/** Which correction each side may write: of its request, or of its answer. */
export const CORRECTION_OF: Readonly<Record<ExchangeSide, CorrectionPart>> = {
  REQUESTER: 'REQUEST_CORRECTION',
  REPLIER: 'ANSWER_CORRECTION',
};
