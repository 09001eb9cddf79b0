/** The part of an exchange a draft will become. */
export type DraftPart = 'REQUEST' | 'ANSWER';

/** What an officer has written so far; any part may be missing or wrong. */
export interface DraftContent {
  readonly content: Record<string, unknown>;
  readonly subject: Record<string, unknown>;
}

/** A draft with who saved it last, and when. */
export interface Draft extends DraftContent {
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string;
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
