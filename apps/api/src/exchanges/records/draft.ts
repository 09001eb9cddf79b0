import type { Completeness, ExchangeSide, Locale, QualityMark } from '@soc-coop/contracts';

/** The part of an exchange a draft will become. */
export type DraftPart = 'REQUEST' | 'ANSWER' | CorrectionPart;

/** The correction of what was sent; it stands beside the draft of an answer that is written anew. */
export type CorrectionPart = 'REQUEST_CORRECTION' | 'ANSWER_CORRECTION';

/** What an officer has written so far; any part may be missing or wrong. */
export interface DraftContent {
  readonly content: Record<string, unknown>;
  readonly subject: Record<string, unknown>;
  /** What an answer says about itself so far; whole once it was submitted for approval. */
  readonly marks?: DraftMarks;
  /** What goes with a correction; there once it was submitted for approval. */
  readonly said?: CorrectionSaid;
}

/** What goes with an answer beside its content. */
export interface AnswerMarks {
  readonly completeness: Completeness;
  readonly qualityMark: QualityMark;
  readonly note: string | null;
}

/** The same while it is being written: any of it may be missing. */
export type DraftMarks = { readonly [Name in keyof AnswerMarks]: AnswerMarks[Name] | null };

/** What goes with a correction beside its content: it is sent by another officer than the one who wrote it. */
export interface CorrectionSaid {
  /** What was wrong, in a sentence. */
  readonly note: string;
  /** The language its author writes. */
  readonly language: Locale;
  readonly completeness: Completeness | null;
  readonly qualityMark: QualityMark | null;
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
  /** The hash of what was submitted; null where it is older than that. */
  readonly submittedSha256: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  /** The hash of what was approved. */
  readonly approvedSha256: string | null;
}

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

/** The message a draft becomes a version of: for a correction, the one it corrects. */
export const MESSAGE_OF: Readonly<Record<DraftPart, 'REQUEST' | 'ANSWER'>> = {
  REQUEST: 'REQUEST',
  ANSWER: 'ANSWER',
  REQUEST_CORRECTION: 'REQUEST',
  ANSWER_CORRECTION: 'ANSWER',
};

/** Which correction each side may write: of its request, or of its answer. */
export const CORRECTION_OF: Readonly<Record<ExchangeSide, CorrectionPart>> = {
  REQUESTER: 'REQUEST_CORRECTION',
  REPLIER: 'ANSWER_CORRECTION',
};
