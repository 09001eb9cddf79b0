import { apiEnvironment } from '../data/prepare';
import { PASSWORD } from '../data/load';
import type { Officer } from '../operations/operation';
import { apiProgram } from '../product';
import { type Contender, dataOf, type Place } from './contender';
import { graphqlRequest, OWN_DOCUMENTS } from './graphql-words';
import { POOL } from './peer-settings';
import { serve } from './process';

/** Offices of a whole country come from many addresses; one address alone is held to a limit of requests. */
const ADDRESSES = 2_000;

const makeAddresses = (): (() => string) => {
  let at = 0;
  return () => {
    at = (at + 1) % ADDRESSES;
    return `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
  };
};

interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

/** Signs an officer in as a browser does: password, cookie, and the token every change must carry. */
const signIn = async (origin: string, { email }: Officer, address: string): Promise<Session> => {
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const body = (await response.json()) as { readonly csrfToken?: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!response.ok || cookie === undefined)
    throw new Error(`${email} could not sign in: ${response.status} ${JSON.stringify(body)}`);
  if (body.csrfToken !== undefined) return { cookie, csrf: body.csrfToken };
  const session = await fetch(`${origin}/api/v1/session`, {
    headers: { cookie, 'x-forwarded-for': address },
  });
  const { csrfToken = '' } = (await session.json()) as { readonly csrfToken?: string };
  return { cookie, csrf: csrfToken };
};

/** The product itself: the built API, with sessions, policy, row-level security, audit and log as in production. */
export const ours: Contender = {
  name: 'ours',
  title: 'SOC COOP',
  start: async ({ port, databaseUrl, logFile, officers }: Place) => {
    const origin = `http://127.0.0.1:${port}`;
    const served = await serve({
      program: apiProgram,
      words: ['serve'],
      env: {
        ...apiEnvironment(databaseUrl),
        HOST: '127.0.0.1',
        PORT: String(port),
        ROLE: 'web',
        DATABASE_POOL: String(POOL),
        // A few officers search here without a pause; the quota that would stop them is not what is compared.
        SEARCHES_PER_HOUR: '0',
        TRUST_PROXY: 'true',
      },
      readyUrl: `${origin}/health/ready`,
      logFile,
    });
    const address = makeAddresses();
    const sessions = new Map<string, Session>();
    for (const officer of officers)
      if (!sessions.has(officer.accountId))
        sessions.set(officer.accountId, await signIn(origin, officer, address()));
    const credentials = ({ accountId }: Officer): Record<string, string> => {
      const session = sessions.get(accountId);
      if (session === undefined) throw new Error(`${accountId} is not signed in.`);
      return { cookie: session.cookie, 'x-csrf-token': session.csrf, 'x-forwarded-for': address() };
    };
    return {
      name: 'ours',
      port,
      request: graphqlRequest(OWN_DOCUMENTS, credentials),
      meaning: (_operation, answer) => dataOf(answer),
      ...served,
    };
  },
};
