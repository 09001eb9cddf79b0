import { hashToken, newSessionToken } from '../../src/access/sessions/session-token';
import { newId } from '../../src/platform/database';
import type { TestApp } from './app';

/** Signs an invented person in, every factor proved, and gives the session's token. */
export const signedInAs = async (test: TestApp, email: string): Promise<string> => {
  const token = newSessionToken();
  const { accountId, unitId } = await test.actor(email);
  await test.behind(
    `insert into sign_in_session (id, token_hash, account_id, unit_id, second_factor, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, true, now(), now(), now() + interval '1 hour')`,
    [newId(), hashToken(token), accountId, unitId],
  );
  return token;
};

/** Registers a partner system of a unit and gives one of its tokens. */
export const systemToken = async (
  test: TestApp,
  unitCode: string,
  types: readonly string[],
): Promise<string> => {
  const [id, token] = [newId(), newSessionToken()];
  await test.behind(
    `insert into api_client (id, name, unit_id, types, jwks)
     select $1::uuid, $1, id, $3, '{"keys": []}' from unit where code = $2`,
    [id, unitCode, types],
  );
  await test.behind(
    `insert into api_client_token (id, token_hash, client_id, created_at, expires_at)
     values ($1, $2, $3, now(), now() + interval '1 hour')`,
    [newId(), hashToken(token), id],
  );
  return token;
};
