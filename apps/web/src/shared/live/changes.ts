import type { ExchangeChangesSubscription } from '../../gql/graphql';

/** What the server says of one change. */
export type Change = ExchangeChangesSubscription['exchangeChanged'];

/** A change, and when this page heard of it by its own clock. */
export interface Heard {
  readonly change: Change;
  readonly heardAt: number;
}

/** Changes a page keeps; whoever has not looked for longer is told that there are many. */
export const KEPT = 200;

/** Adds what was heard, forgetting the oldest. */
export const kept = (known: readonly Heard[], heard: Heard): readonly Heard[] => [
  ...known.slice(-(KEPT - 1)),
  heard,
];

/** What is new in a list since it was asked for. */
export interface ListNews {
  /** Exchanges others moved. */
  readonly count: number;
  /** True when every one of them was answered. */
  readonly answers: boolean;
  /** True when changes may have been missed, so that nothing can be counted. */
  readonly uncertain: boolean;
}

const NO_NEWS: ListNews = { count: 0, answers: false, uncertain: false };

/** What shows in lists and on the case: a move, or a due day that a calendar moved. */
const isNews = (kind: Change['kind']): boolean => kind === 'MOVED' || kind === 'DEADLINE_MOVED';

/** What others did since a list was asked for; one's own acts show themselves. */
export const listNews = (heard: readonly Heard[], askedAt: number | null): ListNews => {
  if (askedAt === null) return NO_NEWS;
  const since = heard.filter(({ heardAt }) => heardAt >= askedAt).map(({ change }) => change);
  const moved = since.filter(({ kind, byYou }) => isNews(kind) && !byYou);
  const last = new Map(moved.map((change) => [change.exchangeId, change]));
  return {
    count: last.size,
    answers: last.size > 0 && [...last.values()].every(({ move }) => move === 'ANSWER'),
    uncertain: since.some(({ kind }) => kind === 'LOOK_AGAIN'),
  };
};

/** What is new of one exchange: when it changed, or that it may have. */
export interface CaseNews {
  readonly at: string | null;
}

/**
 * What happened to an exchange beyond the version that is shown; null where the page is up to date. Versions say it
 * exactly, one's own acts included: as soon as their answer is on the page it has their version.
 */
export const caseNews = (
  heard: readonly Heard[],
  shown: { readonly id: string; readonly version: number; readonly askedAt: number },
): CaseNews | null => {
  const newer = heard.filter(
    ({ change }) =>
      isNews(change.kind) && change.exchangeId === shown.id && (change.version ?? 0) > shown.version,
  );
  const last = newer.at(-1);
  if (last !== undefined) return { at: last.change.at ?? null };
  const missed = heard.some(
    ({ change, heardAt }) => change.kind === 'LOOK_AGAIN' && heardAt >= shown.askedAt,
  );
  return missed ? { at: null } : null;
};

/** When a colleague saved the draft that is open here; null where nobody did since it was read. */
export const draftNews = (heard: readonly Heard[], id: string, readAt: number): string | null => {
  const saved = heard.filter(
    ({ change, heardAt }) =>
      change.kind === 'DRAFT_SAVED' && change.exchangeId === id && !change.byYou && heardAt >= readAt,
  );
  return saved.at(-1)?.change.at ?? null;
};
