import { isUtf8 } from 'node:buffer';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIMITS } from '@soc-coop/contracts';
import { DomainError } from '../errors';

/** A number JavaScript took for another one: 1e400 became infinite, 9007199254740993 became its neighbour. */
const isAltered = (value: number): boolean =>
  !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));

/** Members that would become part of every object where somebody merges carelessly (CWE-1321). */
const isPoisoned = (value: object): boolean => {
  if (Object.hasOwn(value, '__proto__')) return true;
  const made: unknown = Object.hasOwn(value, 'constructor') ? Reflect.get(value, 'constructor') : null;
  return typeof made === 'object' && made !== null && Object.hasOwn(made, 'prototype');
};

const isUnfit = (value: unknown): boolean =>
  typeof value === 'number' ? isAltered(value) : isObject(value) && isPoisoned(value);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Adds the members of a value, if it has any, to those of others. */
const addMembers = (value: unknown, members: unknown[]): void => {
  if (!isObject(value)) return;
  for (const member of Array.isArray(value) ? value : Object.values<unknown>({ ...value }))
    members.push(member);
};

/** Goes level by level, so that no nesting exhausts the stack. */
const assertFit = (body: unknown): void => {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.jsonDepth) throw new DomainError('request.tooComplex', { limit: 'jsonDepth' });
    if (level.some(isUnfit)) throw new DomainError('request.malformed');
    const next: unknown[] = [];
    for (const value of level) addMembers(value, next);
    level = next;
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DomainError('request.malformed', {}, { cause });
  }
};

/**
 * Reads a JSON body: bytes that are UTF-8 through and through, levels within the limit, numbers that are what was
 * written. What comes past here can be walked by any recursive function and kept without changing it.
 * @throws DomainError request.malformed, request.tooComplex
 */
export const readJsonBody = (bytes: Buffer): unknown => {
  // Decoding would put U+FFFD in the place of what is no UTF-8, and say nothing.
  if (!isUtf8(bytes)) throw new DomainError('request.malformed');
  const body = parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  assertFit(body);
  return body;
};

/** Reads the JSON bodies of all doors alike. */
export const takeJson = (app: NestFastifyApplication): void => {
  app.useBodyParser(
    'application/json',
    { bodyLimit: LIMITS.requestBytes },
    async (_request: unknown, bytes: Buffer) => readJsonBody(bytes),
  );
};
