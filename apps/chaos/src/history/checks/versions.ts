import type { ExchangeFact, Facts, MessageFact, Problem } from '../facts';
import { groupBy } from '../grouping';
import type { Settled } from '../log';

const RULE = 'one change for one version';
const problem = (detail: string): Problem => ({ rule: RULE, detail });

const isAcknowledged = ({ end }: Settled): boolean => end.type === 'ok';

/** Two that saw the same version cannot both have changed it: one of them would be lost. */
const oneWinner = (ends: readonly Settled[]): Problem[] => {
  const changes = ends.filter((one) => isAcknowledged(one) && one.invoke.exchange !== null);
  const groups = groupBy(changes, ({ invoke }) => `${invoke.exchange ?? ''} version ${invoke.base ?? 0}`);
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([name, group]) =>
      problem(`${name} was changed by ${group.map(({ invoke }) => invoke.operation).join(' and ')}`),
    );
};

/** What the last save left is what is there. */
const lastSaveStands = (
  ends: readonly Settled[],
  exchanges: ReadonlyMap<string, ExchangeFact>,
): Problem[] => {
  const saves = ends.filter(({ invoke }) => invoke.operation === 'SAVE');
  return [...groupBy(saves, ({ invoke }) => invoke.exchange)].flatMap(([id, group]) => {
    // Where one of them never settled, nobody can say which was the last.
    if (id === null || group.some(({ end }) => end.type === 'unknown')) return [];
    const last = group
      .filter(isAcknowledged)
      .toSorted((one, other) => (other.invoke.base ?? 0) - (one.invoke.base ?? 0))[0];
    const found = exchanges.get(id)?.fileNumber ?? null;
    return last === undefined || last.invoke.marker === found
      ? []
      : [problem(`${id} says ${found ?? 'nothing'}, the last save said ${last.invoke.marker ?? 'nothing'}`)];
  });
};

/** The version of an exchange counts its changes: every move but the opening, and every saved draft. */
const versionsCount = ({ moves, audits, exchanges }: Facts, ours: ReadonlySet<string>): Problem[] => {
  const movesOf = groupBy(moves, ({ exchangeId }) => exchangeId);
  const savesOf = new Map(
    audits.filter(({ action }) => action === 'exchange.saveDraft').map((one) => [one.exchangeId, one.times]),
  );
  return exchanges
    .filter(({ id }) => ours.has(id))
    .flatMap(({ id, version }) => {
      const changes = (movesOf.get(id)?.length ?? 0) + (savesOf.get(id) ?? 0);
      return version === changes
        ? []
        : [problem(`${id} has version ${version} after ${changes - 1} changes of the first`)];
    });
};

const messagesFollow = (messages: readonly MessageFact[]): Problem[] =>
  [...groupBy(messages, ({ exchangeId, kind }) => `${kind} of ${exchangeId}`)].flatMap(([name, group]) =>
    group.every(({ version }, at) => version === at + 1)
      ? []
      : [problem(`the versions of ${name} have gaps`)],
  );

/** Versions 1 … n without gap, each made by exactly one change that was acknowledged or may have been. */
export const checkVersions = (ends: readonly Settled[], facts: Facts): readonly Problem[] => {
  const ours = new Set(ends.flatMap(({ end }) => (end.type === 'ok' ? [end.exchange] : [])));
  return [
    ...oneWinner(ends),
    ...lastSaveStands(ends, new Map(facts.exchanges.map((one) => [one.id, one]))),
    ...versionsCount(facts, ours),
    ...messagesFollow(facts.messages),
  ];
};
