import type { Role } from '@soc-coop/contracts';
import type { Case, Relation } from './actors';
import type { Outcome, Probe } from './probe';

/** Roles by relation. */
export type Who = Partial<Record<Relation, readonly Role[]>>;

/** Who gets what of one field of the schema. */
export interface Declaration {
  /** `Type.field`, as in the schema. */
  readonly field: string;
  /** Which sample is asked about, where one field is asked about several. */
  readonly of?: string;
  readonly probe: Probe;
  /** Staff by outcome; whoever stands in none of them gets `otherwise`. */
  readonly staff: Partial<Record<Outcome, Who>>;
  readonly otherwise: Outcome;
  readonly nobody: Outcome;
  readonly system: Outcome;
}

/** The outcome declared for a case. */
export const declaredFor = (declaration: Declaration, who: Case): Outcome => {
  if (who.kind !== 'staff') return declaration[who.kind];
  const found = Object.entries(declaration.staff).find(([, groups]) =>
    groups[who.relation]?.includes(who.role),
  );
  // The keys of the table are outcomes.
  return (found?.[0] as Outcome | undefined) ?? declaration.otherwise;
};
