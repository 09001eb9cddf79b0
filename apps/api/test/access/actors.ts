import { CERTIFICATE_KINDS, type Role, ROLES } from '@soc-coop/contracts';
import { hashToken, newSessionToken } from '../../src/access/sessions/session-token';
import { SECOND_FACTOR_PURPOSE } from '../../src/access';
import { SecretBox } from '../../src/platform/crypto';
import { newId } from '../../src/platform/database';
import type { TestApp } from '../support/app';
import { Browser } from '../support/browser';

/**
 * How an actor stands to the sample: in the unit that asked, in the unit that was asked, in another unit of the
 * asking country, in another unit of the other country.
 */
export const RELATIONS = ['asking', 'asked', 'country', 'abroad'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The unit that stands in each relation. */
export const UNIT_OF: Readonly<Record<Relation, string>> = {
  asking: 'RO-AJPIS-CT',
  asked: 'BG-RDSA-DOB',
  country: 'RO-AJPIS-OT',
  abroad: 'BG-RDSA-SLS',
};

/** One role in one relation. */
export interface StaffCase {
  readonly kind: 'staff';
  readonly role: Role;
  readonly relation: Relation;
}

/** Who asks: staff, nobody at all, or a partner system of the asking unit that names no officer. */
export type Case = StaffCase | { readonly kind: 'nobody' } | { readonly kind: 'system' };

/** A case with what it asks through. */
export interface MatrixActor {
  readonly who: Case;
  readonly name: string;
  readonly browser: Browser;
}

/** Every role in every relation, and the two who are no staff. */
const CASES: readonly Case[] = [
  ...ROLES.flatMap((role) => RELATIONS.map((relation) => ({ kind: 'staff' as const, role, relation }))),
  { kind: 'nobody' },
  { kind: 'system' },
];

const nameOf = (who: Case): string => (who.kind === 'staff' ? `${who.role} ${who.relation}` : who.kind);

/** Enters a person with exactly one role, every certificate and every factor proved, and gives the token. */
const enter = async (test: TestApp, { role, relation }: StaffCase): Promise<string> => {
  const [id, token] = [newId(), newSessionToken()];
  const [unit] = await test.behind<{ id: string; country: string }>(
    'select id, country from unit where code = $1',
    [UNIT_OF[relation]],
  );
  const { id: unitId, country } = unit!;
  await test.behind(
    `insert into account (id, email, given_name, family_name, search_key, country, locale)
     values ($1, $2, 'Matrix', $3, $4, $5, 'en')`,
    [
      id,
      `${role}.${relation}@matrix.example`.toLowerCase(),
      `${role} ${relation}`,
      `matrix ${role}`,
      country,
    ],
  );
  await test.behind(
    `insert into membership (id, account_id, unit_id, country, role, since)
     values ($1, $2, $3, $4, $5, '2025-01-01')`,
    [newId(), id, unitId, country, role],
  );
  await test.behind(
    `insert into account_password (account_id, hash, must_change, changed_at)
     select $1, hash, false, now() from account_password limit 1`,
    [id],
  );
  await test.behind(
    `insert into second_factor (account_id, sealed_secret, confirmed_at)
     values ($1, $2, now())`,
    [id, test.app.get(SecretBox).seal(SECOND_FACTOR_PURPOSE, id, 'invented secret')],
  );
  for (const kind of CERTIFICATE_KINDS)
    await test.behind(
      `insert into certificate (id, number, kind, account_id, issued_on, expires_on)
       values ($1, $2, $3, $4, '2025-01-01', '2099-01-01')`,
      [newId(), `M-${id}-${kind}`, kind, id],
    );
  await test.behind(
    `insert into sign_in_session (id, token_hash, account_id, unit_id, second_factor, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, true, now(), now(), now() + interval '1 hour')`,
    [newId(), hashToken(token), id, unitId],
  );
  return token;
};

/** Registers a partner system of the asking unit and gives one of its tokens. */
const register = async (test: TestApp): Promise<string> => {
  const [id, token] = [newId(), newSessionToken()];
  await test.behind(
    `insert into api_client (id, name, unit_id, types, jwks)
     select $1, 'Matrix', id, array['EX02'], '{"keys": []}' from unit where code = $2`,
    [id, UNIT_OF.asking],
  );
  await test.behind(
    `insert into api_client_token (id, token_hash, client_id, created_at, expires_at)
     values ($1, $2, $3, now(), now() + interval '1 hour')`,
    [newId(), hashToken(token), id],
  );
  return token;
};

/** Everybody who asks in the matrix, each at an address of their own so that no rate limit mixes in. */
export const matrixActors = async (test: TestApp): Promise<readonly MatrixActor[]> => {
  const actors: MatrixActor[] = [];
  for (const [index, who] of CASES.entries()) {
    const browser = new Browser(test.app, `203.0.113.${index + 1}`);
    if (who.kind === 'staff') {
      browser.cookie = `soc=${await enter(test, who)}`;
      await browser.session();
    }
    if (who.kind === 'system') browser.extra = { authorization: `Bearer ${await register(test)}` };
    actors.push({ who, name: nameOf(who), browser });
  }
  return actors;
};
