import type { ListLook } from '../records/exchange-list.repository';

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
  /** Offices and people by name. */
  readonly names: boolean;
}

/** Everything the page of a case shows; for those who see no persons, words and contents stay closed. */
export const wholeCase = (persons: boolean): CaseLook => ({
  moves: !persons,
  remarks: persons,
  messages: !persons,
  contents: persons,
  key: false,
  person: true,
  drafts: true,
  standing: true,
  citation: true,
  names: true,
});

/** What a move must know of a case before it is made. */
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
