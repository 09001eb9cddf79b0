import { createHash } from 'node:crypto';
import type { Attach } from '../history/events';
import type { HistoryLog } from '../history/log';
import type { Officer } from './officer';

const AT_ONCE = 8;
const TRIES = 3;

const hashOf = async (officer: Officer, file: string): Promise<string | null> => {
  for (let tries = TRIES; tries > 0; tries -= 1) {
    const heard = await officer.ask({ method: 'GET', path: `/api/v1/files/${file}`, headers: {} });
    if (heard.kind === 'answer' && heard.status === 200)
      return createHash('sha256').update(heard.bytes).digest('hex');
    if (heard.kind === 'answer' && heard.status === 401) await officer.signIn();
  }
  return null;
};

/** Reads every acknowledged file again, as the officer who attached it, and writes down what came. */
export const collectFiles = async (officers: readonly Officer[], log: HistoryLog): Promise<void> => {
  const attaches = new Map(
    log.events.flatMap((event): [string, Attach][] => (event.type === 'attach' ? [[event.key, event]] : [])),
  );
  const waiting = log.events.flatMap((event) => {
    const session = event.type === 'attached' ? attaches.get(event.key)?.session : undefined;
    const officer = officers.find(({ name }) => name === session);
    return event.type === 'attached' && officer !== undefined ? [{ file: event.file, officer }] : [];
  });
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      log.add({ type: 'downloaded', file: next.file, sha256: await hashOf(next.officer, next.file) });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};
