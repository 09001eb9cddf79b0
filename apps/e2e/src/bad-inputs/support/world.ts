import { Caller } from '../../api/caller';
import { BACKGROUND, FirstCase, STREET, unitId } from '../../api/first-case';
import { PartnerSystem } from '../../api/partner-system';
import { PEOPLE } from '../../api/people';
import { beginUpload, sendPart } from '../../api/tus';
import { pdfOf } from '@soc-coop/testing';
import { settledFootprint } from './footprint';
import { crowdOf, somewhere } from './places';

/** Ids of records of one unit, which another unit must not tell from ids nobody ever gave. */
export interface SecretIds {
  readonly exchange: string;
  readonly draft: string;
  readonly file: string;
  readonly upload: string;
  readonly receipt: string;
  readonly session: string;
  readonly membership: string;
}

/** Who sends bad input, and what there is that they must not reach. */
export interface World {
  /** Caseworkers of the two sides of the case. */
  readonly elena: Caller;
  readonly maria: Caller;
  /** A caseworker who has no part in it. */
  readonly cristina: Caller;
  readonly auditor: Caller;
  readonly administrator: Caller;
  /** A partner system, for itself: it reads and changes nothing. */
  readonly system: Caller;
  readonly sent: FirstCase;
  readonly draft: FirstCase;
  readonly secret: SecretIds;
  readonly accounts: { readonly elena: string; readonly cristina: string };
  readonly units: { readonly constanta: string; readonly dobrich: string };
  /** What of the case Olt must never read. */
  readonly canaries: readonly string[];
}

const RECEIPTS = 'query($id: ID!) { exchangeReceipts(exchange: $id) { id } }';
const SESSIONS = '{ mySignInSessions { id } viewer { account { id } memberships { id } } }';

interface Own {
  readonly mySignInSessions: readonly { readonly id: string }[];
  readonly viewer: {
    readonly account: { readonly id: string };
    readonly memberships: readonly { readonly id: string }[];
  };
}

const attach = async (caller: Caller, exchange: string): Promise<{ file: string; upload: string }> => {
  const bytes = pdfOf();
  const begun = await beginUpload(caller, exchange, 'adeverinta.pdf', bytes.length);
  const done = await sendPart(caller, begun.headers.get('location') ?? '', 0, bytes);
  const open = await beginUpload(caller, exchange, 'neterminat.pdf', bytes.length);
  return {
    file: done?.headers.get('x-file-id') ?? '',
    upload: (open.headers.get('location') ?? '').split('/').at(-1) ?? '',
  };
};

/** A partner system of Constanța, for itself or for the officer whose account it names; a token lasts five minutes. */
export const partnerOf = async (actingFor?: string): Promise<Caller> => {
  const system = await PartnerSystem.register('RO-AJPIS-CT');
  const named = actingFor === undefined ? {} : { 'x-acting-for': actingFor };
  return new Caller({ authorization: `Bearer ${await system.token()}`, ...named }, somewhere);
};

const secretIds = async (elena: Caller, sent: FirstCase, draft: FirstCase, own: Own): Promise<SecretIds> => {
  const { exchangeReceipts } = await elena.ask<{ exchangeReceipts: { id: string }[] }>(RECEIPTS, {
    id: sent.now.id,
  });
  const files = await attach(elena, draft.now.id);
  const all = {
    exchange: sent.now.id,
    draft: draft.now.id,
    ...files,
    receipt: exchangeReceipts[0]?.id ?? '',
    session: own.mySignInSessions[0]?.id ?? '',
    membership: own.viewer.memberships[0]?.id ?? '',
  };
  const missing = Object.entries(all).filter(([, id]) => !/^[0-9a-f-]{36}$/.test(id));
  if (missing.length > 0) throw new Error(`No id of: ${missing.map(([name]) => name).join(', ')}`);
  return all;
};

/** Signs everybody in and makes the records; waits until the product has come to rest. */
export const makeWorld = async (seed: number): Promise<World> => {
  const [elena, maria, cristina] = await Promise.all(
    [PEOPLE.elena, PEOPLE.maria, PEOPLE.cristina].map(crowdOf),
  );
  const [auditor, administrator, system] = await Promise.all([
    crowdOf(PEOPLE.carmen),
    crowdOf(PEOPLE.sorin),
    partnerOf(),
  ]);
  if (!elena || !maria || !cristina) throw new Error('Somebody could not be signed in.');
  const sent = await new FirstCase(elena, maria, seed).answered();
  const draft = await (await new FirstCase(elena, maria, seed + 1).opened()).saved();
  const own = await elena.ask<Own>(SESSIONS);
  const other = await cristina.ask<Own>(SESSIONS);
  const secret = await secretIds(elena, sent, draft, own);
  const [constanta, dobrich] = await Promise.all([
    unitId(elena, 'RO-AJPIS-CT'),
    unitId(elena, 'BG-RDSA-DOB'),
  ]);
  const names = [sent, draft].flatMap(({ person }) => [person.familyName, person.identifier.value]);
  await settledFootprint();
  return {
    elena,
    maria,
    cristina,
    auditor,
    administrator,
    system,
    sent,
    draft,
    secret,
    accounts: { elena: own.viewer.account.id, cristina: other.viewer.account.id },
    units: { constanta, dobrich },
    canaries: [BACKGROUND, STREET, sent.now.number ?? '', ...names],
  };
};
