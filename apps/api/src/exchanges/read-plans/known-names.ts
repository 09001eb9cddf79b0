import type { VisibleAccount } from '../../access';
import type { UnitRow } from '../../directory';

/** The offices and people a read came across, each once however often they occur; null is for nobody looked them up. */
export interface KnownNames {
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly people: ReadonlyMap<string, VisibleAccount>;
}

/** The same by id. */
export const knownNames = (units: readonly UnitRow[], people: readonly VisibleAccount[]): KnownNames => ({
  units: new Map(units.map((unit) => [unit.id, unit])),
  people: new Map(people.map((person) => [person.id, person])),
});
