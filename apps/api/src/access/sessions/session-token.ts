import { hash, randomBytes } from 'node:crypto';

const TOKEN = /^[\w-]{43}$/;

/** A new token: 256 random bits, known to the browser alone. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. It has all the entropy there is: a plain hash suffices. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

/** True when a text can be a token at all; anything else never reaches the database. */
export const isToken = (text: string): boolean => TOKEN.test(text);
