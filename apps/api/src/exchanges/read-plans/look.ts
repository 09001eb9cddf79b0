import type { ListLook } from '../records/list-request';

/** Which parts of a case are looked at; what nobody looks at is not read. */
export interface CaseLook {
  /** The steps, their remarks left closed. */
  readonly moves: boolean;
  /** The steps with their remarks. */
  readonly remarks: boolean;
  /** The messages, their contents left closed. */
  readonly messages: boolean;
  /** The messages with their contents. */
  readonly contents: boolean;
  /** The key words are sealed with. */
  readonly key: boolean;
  readonly person: boolean;
  readonly drafts: boolean;
  /** What the moves that are possible depend on: agreement, certificates, a second pair of eyes. */
  readonly standing: boolean;
  readonly citation: boolean;
  /** The files of messages and of the reader's drafts. */
  readonly files: boolean;
  /** What the calendar did to the due day. */
  readonly dueMoves: boolean;
  /** Offices and people by name. */
  readonly names: boolean;
}

/** What a reader is shown of a case beside the record itself. */
export interface CaseShows {
  readonly moves: boolean;
  readonly messages: boolean;
  readonly person: boolean;
  readonly drafts: boolean;
  /** What the reader can do now, and why not. */
  readonly allowances: boolean;
  readonly citation: boolean;
  readonly files: boolean;
  readonly dueMoves: boolean;
  readonly names: boolean;
}

/** The page of a case. */
export const WHOLE_CASE: CaseShows = {
  moves: true,
  messages: true,
  person: true,
  drafts: true,
  allowances: true,
  citation: true,
  files: true,
  dueMoves: true,
  names: true,
};

/** What must be read for what is shown; for those who see no persons, words and contents stay closed. */
export const lookFor = (shows: CaseShows, persons: boolean): CaseLook => {
  const moves = shows.moves || shows.allowances;
  return {
    moves: moves && !persons,
    remarks: moves && persons,
    messages: shows.messages && !persons,
    contents: shows.messages && persons,
    key: false,
    person: shows.person,
    // Who wrote in a draft cannot approve it.
    drafts: shows.drafts || shows.allowances,
    standing: shows.allowances,
    citation: shows.citation,
    files: shows.files,
    dueMoves: shows.dueMoves,
    names: shows.names,
  };
};

/** What is shown of a case beside its record, by name, as an audit event states it. */
export const shownParts = (shows: CaseShows): readonly string[] =>
  Object.entries(shows).flatMap(([part, shown]) => (shown ? [part] : []));

/** False where the record itself is all that is shown. */
export const readsMoreThanTheRow = (shows: CaseShows): boolean => Object.values(shows).some(Boolean);

/** Whatever a move could want to know of a case before it is made. */
export const CASE_TO_MOVE: CaseLook = {
  moves: true,
  remarks: false,
  messages: true,
  contents: true,
  key: true,
  person: false,
  drafts: true,
  standing: true,
  citation: false,
  files: false,
  dueMoves: false,
  names: false,
};

const selects = (paths: ReadonlySet<string>, names: readonly string[]): boolean =>
  [...paths].some((path) => names.includes(path.slice(path.lastIndexOf('.') + 1)));

/** What a page of a list must read for what a query selects of it. */
export const listLook = (paths: ReadonlySet<string>): ListLook => ({
  total: paths.has('totalCount'),
  units: selects(paths, ['requestingUnit', 'replyingUnit']),
  people: selects(paths, ['handler']),
});

const NAMES = [
  ...['requestingUnit', 'replyingUnit', 'authorUnit', 'unit', 'toUnit', 'author', 'handler', 'ownHandler'],
  ...['account', 'toAccount', 'savedBy', 'submittedBy', 'approvedBy'],
] as const;

/** What of a case a query shows. */
export const caseShows = (paths: ReadonlySet<string>): CaseShows => {
  const any = (...fields: readonly string[]): boolean => fields.some((field) => paths.has(field));
  return {
    moves: any('timeline', 'proposedDate', 'reopeningAskedBy'),
    messages: any('request', 'requests', 'answers'),
    person: any('subject'),
    drafts: any('draft', 'correctionDraft'),
    allowances: any('moves'),
    citation: any('citation', 'timeline.agreementVersion'),
    files: any('request.files', 'requests.files', 'answers.files', 'draftFiles'),
    dueMoves: any('deadlineChanges'),
    names: selects(paths, NAMES),
  };
};
