import type { AuditFact, Facts, Problem } from '../facts';
import { groupBy } from '../grouping';

/** The trail names a move like this. */
const actionOf = (move: string): string =>
  `exchange.${move.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

const problem = (detail: string): Problem => ({ rule: 'moves, audit and outbox are the same', detail });

const countByAction = ({ moves }: Facts): ReadonlyMap<string, number> =>
  new Map(
    [...groupBy(moves, ({ exchangeId, move }) => `${actionOf(move)} ${exchangeId}`)].map(([name, group]) => [
      name,
      group.length,
    ]),
  );

/** Both ways: a move without its event, and an event without its move. */
const againstAudit = (facts: Facts): Problem[] => {
  const moved = countByAction(facts);
  const actions = new Set(facts.moves.map(({ move }) => actionOf(move)));
  const isOfMove = ({ action }: AuditFact): boolean => actions.has(action);
  const recorded = new Map(
    facts.audits.filter(isOfMove).map((one) => [`${one.action} ${one.exchangeId}`, one.times]),
  );
  return [...new Set([...moved.keys(), ...recorded.keys()])].flatMap((name) => {
    const [done = 0, told = 0] = [moved.get(name), recorded.get(name)];
    return done === told ? [] : [problem(`${name}: done ${done} times, in the trail ${told} times`)];
  });
};

/** A file is an act like a move: as many are there as the trail says were added. */
const filesAgainstAudit = ({ files, audits }: Facts): Problem[] => {
  const there = groupBy(files, ({ exchangeId }) => exchangeId);
  const added = new Map(
    audits.filter(({ action }) => action === 'file.add').map((one) => [one.exchangeId, one.times]),
  );
  return [...new Set([...there.keys(), ...added.keys()])].flatMap((id) => {
    const [done, told] = [there.get(id)?.length ?? 0, added.get(id) ?? 0];
    return done === told ? [] : [problem(`files of ${id}: ${done} are there, the trail says ${told}`)];
  });
};

const againstOutbox = ({ moves, outbox }: Facts): Problem[] => {
  const signals = groupBy(outbox, ({ moveId }) => moveId);
  const known = new Set(moves.map(({ id }) => id));
  const silent = moves.filter(({ id }) => signals.get(id)?.length !== 1);
  const orphans = outbox.filter(({ moveId }) => !known.has(moveId));
  return [
    ...silent.map(({ id, move }) =>
      problem(`${move} ${id} has ${signals.get(id)?.length ?? 0} signals instead of one`),
    ),
    ...orphans.map(({ id }) => problem(`signal ${id} is of a move that is not there`)),
  ];
};

/** Every move has its event in the trail and its signal in the outbox, and neither has more. */
export const checkJoined = (facts: Facts): readonly Problem[] => [
  ...againstAudit(facts),
  ...filesAgainstAudit(facts),
  ...againstOutbox(facts),
];
