import type { AccountRow } from '../../access';
import type { UnitRow } from '../../directory';
import type { ListRead } from '../records/list-request';
import type { ExchangeListRow } from '../records/exchange.row';

/** The offices and people of one number of the directory, as of one day: whose roles hold changes with it. */
export interface DirectoryNames {
  readonly epoch: string | null;
  readonly day: string;
  readonly units: Map<string, UnitRow>;
  readonly people: Map<string, AccountRow>;
}

/** The names of a number of the directory before any is known; null is for no number yet. */
export const noNames = (epoch: string | null, day: string): DirectoryNames => ({
  epoch,
  day,
  units: new Map(),
  people: new Map(),
});

/** Names of the same number are added to; another number begins anew, and its page came with all its names. */
export const learnNames = (asked: DirectoryNames, { epoch, units, people }: ListRead): DirectoryNames => {
  const current = asked.epoch === epoch ? asked : noNames(epoch, asked.day);
  for (const unit of units) if (!current.units.has(unit.id)) current.units.set(unit.id, unit);
  for (const person of people) if (!current.people.has(person.id)) current.people.set(person.id, person);
  return current;
};

/** The offices on a row. */
export const unitsOf = ({
  requestingUnitId,
  replyingUnitId,
}: ExchangeListRow): readonly (string | null)[] => [requestingUnitId, replyingUnitId];

/** The people on a row. */
export const peopleOf = ({
  requesterHandlerId,
  replierHandlerId,
}: ExchangeListRow): readonly (string | null)[] => [requesterHandlerId, replierHandlerId];

/** True where all of them are known; null is for nobody. */
export const holds = (names: ReadonlyMap<string, unknown>, ids: readonly (string | null)[]): boolean =>
  ids.every((id) => id === null || names.has(id));

/** What is known by the ids on some rows, each once. */
export const pick = <T>(
  from: ReadonlyMap<string, T>,
  rows: readonly ExchangeListRow[],
  idsOf: (row: ExchangeListRow) => readonly (string | null)[],
): readonly T[] =>
  [...new Set(rows.flatMap(idsOf))].flatMap((id) => {
    const found = id === null ? undefined : from.get(id);
    return found === undefined ? [] : [found];
  });
