/** The drafts files can be attached to. */
export type DraftFilePart = 'REQUEST' | 'ANSWER' | 'REQUEST_CORRECTION' | 'ANSWER_CORRECTION';
