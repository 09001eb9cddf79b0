import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who asks, as the peers take it from a signed token (JWT, HS256). */
export interface Claims {
  readonly unit: string;
  readonly account: string;
  readonly exp: number;
}

const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');

const macOf = (text: string, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();

/** Signs a token. */
export const signToken = (claims: Claims, secret: string): string => {
  const text = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${text}.${macOf(text, secret).toString('base64url')}`;
};

/** The claims of a bearer header; null for anything we did not sign, or that has run out. */
export const verifyBearer = (header: string | undefined, secret: string): Claims | null => {
  const [head = '', body = '', mac = ''] = (header ?? '').replace(/^Bearer /, '').split('.');
  const given = Buffer.from(mac, 'base64url');
  const right = macOf(`${head}.${body}`, secret);
  if (head !== HEADER || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims;
  return claims.exp * 1000 > Date.now() ? claims : null;
};
