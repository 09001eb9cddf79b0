import { isDeepStrictEqual } from 'node:util';
import type { Running } from '../contenders/contender';
import { askOnce } from './ask';
import type { Call, OperationName } from './operation';
import type { Turns } from './turns';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);

/** The first place at which two answers differ, in words; null when they are equal. */
export const firstDifference = (one: unknown, other: unknown, path = ''): string | null => {
  if (isDeepStrictEqual(one, other)) return null;
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const difference = firstDifference(one[name], other[name], `${path}.${name}`);
      if (difference !== null) return difference;
    }
  }
  return `${path}: ${shown(one)} and ${shown(other)}`;
};

const compareReads = async (
  servers: readonly Running[],
  operation: OperationName,
  calls: readonly Call[],
): Promise<void> => {
  for (const call of calls) {
    const [first, ...others] = servers;
    if (first === undefined) return;
    const expected = await askOnce(first, operation, call);
    for (const other of others) {
      const difference = firstDifference(expected, await askOnce(other, operation, call));
      if (difference !== null)
        throw new Error(`${operation}: ${first.name} and ${other.name} differ at ${difference}`);
    }
  }
};

/** What one reminder leaves behind, table by table. */
export type CountRows = () => Promise<Readonly<Record<string, number>>>;

/** Each server makes reminders of its own: what they answer and what they leave behind must be the same. */
const compareWrites = async (
  servers: readonly Running[],
  turns: Turns,
  each: number,
  countRows: CountRows,
): Promise<void> => {
  let expected: unknown = null;
  for (const server of servers) {
    const before = await countRows();
    for (let at = 0; at < each; at += 1) {
      const call = turns.next();
      const answer = (await askOnce(server, 'remind', call)) as { remindReplier: Record<string, unknown> };
      const { id, version, state } = answer.remindReplier;
      if (id !== call.id || version !== (call.version ?? 0) + 1 || typeof state !== 'string')
        throw new Error(`remind: ${server.name} answers ${JSON.stringify(answer)}`);
      turns.done(call, true);
    }
    const after = await countRows();
    const left = Object.fromEntries(
      Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)]),
    );
    expected ??= left;
    const difference = firstDifference(expected, left);
    if (difference !== null) throw new Error(`remind: ${server.name} leaves other rows: ${difference}`);
  }
};

/** Compares all servers in one operation. @throws Error with the first difference */
export const compare = async (
  servers: readonly Running[],
  operation: OperationName,
  sample: { readonly calls: readonly Call[]; readonly turns: Turns },
  countRows: CountRows,
): Promise<number> => {
  const each = 12;
  if (operation === 'remind') await compareWrites(servers, sample.turns, each, countRows);
  else await compareReads(servers, operation, sample.calls.slice(0, each));
  return each;
};
