import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { askAsOwner } from '../owner-database';
import { shared } from '../shared-state';
import { Caller, freshKey } from './caller';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A system of a partner institution: it has a key of its own, and shows it by signing (RFC 7523). */
export class PartnerSystem {
  private constructor(
    readonly id: string,
    private readonly key: CryptoKey,
  ) {}

  /** Registers a system for a unit, as an operator does. */
  static async register(unitCode: string, types: readonly string[] = ['EX02']): Promise<PartnerSystem> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'first', alg: 'ES256' }] };
    const [row] = await askAsOwner<{ id: string }>(
      `insert into api_client (id, name, unit_id, types, jwks)
       select gen_random_uuid(), 'Invented case system', id, $2, $3 from unit where code = $1 returning id`,
      [unitCode, types, JSON.stringify(jwks)],
    );
    if (row === undefined) throw new Error(`There is no unit ${unitCode}.`);
    return new PartnerSystem(row.id, privateKey);
  }

  /** A system that an administrator has registered. */
  static known(id: string, key: CryptoKey): PartnerSystem {
    return new PartnerSystem(id, key);
  }

  /** A fresh access token, by client credentials. */
  async token(): Promise<string> {
    const endpoint = `${shared().address}/api/v1/token`;
    const assertion = await new SignJWT({ jti: freshKey() })
      .setProtectedHeader({ alg: 'ES256', kid: 'first' })
      .setIssuer(this.id)
      .setSubject(this.id)
      .setAudience(endpoint)
      .setExpirationTime('2 minutes')
      .sign(this.key);
    const response = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: assertionType,
        client_assertion: assertion,
      }),
    });
    const answer = (await response.json()) as { readonly access_token?: string };
    if (answer.access_token === undefined) throw new Error(`No token came: ${JSON.stringify(answer)}`);
    return answer.access_token;
  }

  /** The system at work: for itself, or for the officer whose account it names. */
  async caller(actingFor?: string): Promise<Caller> {
    return new Caller({
      authorization: `Bearer ${await this.token()}`,
      ...(actingFor === undefined ? {} : { 'x-acting-for': actingFor }),
    });
  }
}
