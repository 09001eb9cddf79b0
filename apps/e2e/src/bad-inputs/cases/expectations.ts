import type { Answer } from '../../api/caller';
import { expectClean } from '../support/judge';

/** The smallest query of somebody signed in. */
export const LOCALE = '{ viewer { locale } }';

/** Asks for statuses as GraphQL over HTTP words them today; a client that accepts plain JSON gets 200 by its rules. */
export const graphqlBody = { accept: 'application/graphql-response+json' } as const;

/** What of an answer tells why it was refused, by REST or GraphQL. */
const reasonOf = (body: unknown): string | null => {
  const text = JSON.stringify(body);
  return /"reason":"([\w.]+)"/.exec(text)?.[1] ?? null;
};

/** What a GraphQL answer gave: members of its data that are not null. */
const givenBy = (body: unknown): readonly unknown[] => {
  const data: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'data') : null;
  return Object.values(data ?? {}).filter((value) => value !== null);
};

/** Asserts a clean answer of this status. */
export const expectStatus = (answer: Answer<unknown>, status: number): void => {
  expectClean(answer);
  expect({ status: answer.status, body: answer.body }).toEqual({ status, body: answer.body });
};

/** Asserts a clean refusal that gave no data; where a reason is named, for this reason. */
export const expectRefused = (answer: Answer<unknown>, status: number, reason?: string): void => {
  expectStatus(answer, status);
  expect(givenBy(answer.body)).toEqual([]);
  if (reason === undefined) expect(reasonOf(answer.body)).not.toBeNull();
  else expect(reasonOf(answer.body)).toBe(reason);
};
