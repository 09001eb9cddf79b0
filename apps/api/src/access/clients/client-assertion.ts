import { createLocalJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { officeDay } from '../membership';
import type { ApiClientRow } from './api-clients.repository';
import { keysOn } from './public-keys';

/** The only signatures taken, whatever a header says. */
const ALGORITHMS = ['EdDSA', 'ES256', 'PS256'];
/** Clocks of two houses may differ this much. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** An assertion is made for one request: it may not be good for longer. */
const LONGEST_SECONDS = 300;
const JTI_MAX = 128;

/** An assertion that proved its system. */
export interface ProvedAssertion {
  readonly jti: string;
  /** Until then the same `jti` must not be taken again. */
  readonly expiresAt: Date;
}

/** The system an assertion says it is from, before anything is proved. */
export const claimedClient = (assertion: string): string | null => {
  try {
    const { iss, sub } = decodeJwt(assertion);
    return iss !== undefined && iss === sub ? iss : null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
};

const proved = ({ jti, exp }: JWTPayload, now: Date): ProvedAssertion | null => {
  if (jti === undefined || jti.length > JTI_MAX || exp === undefined) return null;
  const left = exp - now.getTime() / 1000;
  if (left > LONGEST_SECONDS + CLOCK_TOLERANCE_SECONDS) return null;
  return { jti, expiresAt: new Date((exp + CLOCK_TOLERANCE_SECONDS) * 1000) };
};

/**
 * Checks an assertion (RFC 7523 §3) with the registered keys of its system. Keys named in the header are never
 * fetched or used. Null when anything is wrong: the caller learns no more than that.
 */
export const verifyAssertion = async (
  client: ApiClientRow,
  assertion: string,
  audience: string,
  now: Date,
): Promise<ProvedAssertion | null> => {
  try {
    // A key that was replaced is taken until its last day has passed.
    const keys = [...keysOn(client.jwks.keys, officeDay(now))];
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys }), {
      algorithms: ALGORITHMS,
      audience,
      issuer: client.id,
      subject: client.id,
      requiredClaims: ['exp', 'jti'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    return proved(payload, now);
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
};
