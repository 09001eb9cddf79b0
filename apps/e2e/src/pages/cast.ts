import { type Caller } from '../api/caller';
import { FirstCase, RESIDENCE, type Row } from '../api/first-case';
import { LIST } from '../api/operations';
import { PEOPLE, signIn, signInAs } from '../api/people';

/** The languages of the album. */
export type Side = 'ro' | 'bg';

/** Who stands in front of the pages of one language: all of one country, and whom they write to. */
export interface Cast {
  readonly officer: Caller;
  readonly coordinator: Caller;
  readonly administrator: Caller;
  readonly auditor: Caller;
  readonly partner: Caller;
  /** Of an office where a second officer reads first. */
  readonly writer: Caller;
  readonly approver: Caller;
  readonly unit: string;
  readonly partnerUnit: string;
  /** An office without a case. */
  readonly headOffice: string;
}

const UNITS = {
  ro: { unit: 'RO-AJPIS-CT', partnerUnit: 'BG-RDSA-DOB', headOffice: 'RO-ANPIS' },
  bg: { unit: 'BG-RDSA-DOB', partnerUnit: 'RO-AJPIS-CT', headOffice: 'BG-ASA' },
} as const;

const PARTS = {
  ro: {
    officer: PEOPLE.elena,
    coordinator: PEOPLE.ioana,
    administrator: PEOPLE.sorin,
    auditor: PEOPLE.carmen,
    partner: PEOPLE.maria,
  },
  bg: {
    officer: PEOPLE.maria,
    coordinator: PEOPLE.gergana,
    administrator: PEOPLE.desislava,
    auditor: PEOPLE.krasimir,
    partner: PEOPLE.elena,
  },
} as const;

/** Signs in everybody of one side. */
export async function castOf(side: Side): Promise<Cast> {
  const emails = PARTS[side];
  const [officer, coordinator, administrator, auditor, partner, writer, approver] = await Promise.all([
    signIn(emails.officer),
    signIn(emails.coordinator),
    signIn(emails.administrator),
    signIn(emails.auditor),
    signIn(emails.partner),
    signInAs(side === 'ro' ? PEOPLE.lucian : PEOPLE.teodora, 'caseworker'),
    signInAs(side === 'ro' ? PEOPLE.camelia : PEOPLE.plamen, 'approver'),
  ]);
  return { officer, coordinator, administrator, auditor, partner, writer, approver, ...UNITS[side] };
}

/** A case that this office asks about. */
export const asked = ({ officer, partner, partnerUnit }: Cast, seed: number): FirstCase =>
  new FirstCase(officer, partner, seed, { ...RESIDENCE, unit: partnerUnit });

/** A case that this office is asked about. */
export const received = ({ officer, partner, unit }: Cast, seed: number): FirstCase =>
  new FirstCase(partner, officer, seed, { ...RESIDENCE, unit });

/** The first thing that a list has, by its id. */
export const firstOf = async (caller: Caller, list: string): Promise<string> => {
  const answer = await caller.ask<Record<string, { nodes: { id: string }[] }>>(
    `{ ${list} { nodes { id } } }`,
  );
  const id = Object.values(answer)[0]?.nodes[0]?.id;
  if (id === undefined) throw new Error(`Nothing came for ${list}.`);
  return id;
};

/** The oldest case of an officer's list in a state, where they are on a side of it. */
export const oldestIn = async (
  officer: Caller,
  queue: string,
  state: string,
  side?: 'REQUESTER' | 'REPLIER',
): Promise<string> => {
  const { exchanges } = await officer.ask<{ exchanges: { nodes: Row[] } }>(LIST, {
    queue,
    filter: { state },
    first: 100,
  });
  const found = exchanges.nodes.findLast((row) => side === undefined || row.side === side);
  if (found === undefined) throw new Error(`There is no case in ${state}.`);
  return found.id;
};
