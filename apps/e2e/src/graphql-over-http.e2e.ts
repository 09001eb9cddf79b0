import { type Audit, serverAudits } from 'graphql-http';
import { PartnerSystem } from './api/partner-system';
import { shared } from './shared-state';

const url = (): string => `${shared().address}/graphql`;
let token: string;

/**
 * The audits come as a partner system does. Some of them ask for the schema, which strangers may not. And they send
 * simple GET and POST requests, which another site could make a browser send too: these are refused (CSRF prevention
 * is on) unless the caller shows by a header of its own that it is a program.
 */
const asPartner = (address: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  headers.set('apollo-require-preflight', 'true');
  return fetch(address, { ...init, headers });
};

const audits: readonly Audit[] = serverAudits({ url, fetchFn: asPartner });

beforeAll(async () => {
  token = await (await PartnerSystem.register('RO-AJPIS-CT')).token();
});

describe('GraphQL over HTTP', () => {
  it('is audited by the whole catalogue', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s: %s',
    async (id, name, audit) => {
      const result = await audit.fn();
      // A failed audit carries its reason and the whole response: the reason is what a person needs.
      expect({ ...result, response: undefined }).toEqual({ id, name, status: 'ok' });
    },
  );

  it('keeps its guard against forged requests while it passes', async () => {
    const { status } = await fetch(`${url()}?query=${encodeURIComponent('{ __typename }')}`);
    expect(status).toBe(400);
  });
});
