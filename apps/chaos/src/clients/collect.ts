import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attach, Downloaded } from '../history/events';
import type { HistoryLog } from '../history/log';
import type { Officer } from './officer';
import type { Heard } from './wire';

const AT_ONCE = 8;
const TRIES = 4;
/** Who is told to come later than this is not served. */
const LONGEST_WAIT_SECONDS = 60;
const LONGEST_WHY = 200;

/** What came of asking for a file. */
type Collected = Pick<Downloaded, 'sha256' | 'why'>;

const secondsUntil = ({ headers }: Extract<Heard, { kind: 'answer' }>): number =>
  Number(headers['retry-after'] ?? 0);

/** What was said instead of the file, in one line. */
const whyOf = (heard: Heard): string => {
  if (heard.kind === 'silence') return heard.why;
  const seconds = secondsUntil(heard);
  const later = seconds > 0 ? `, to be asked again in ${seconds} s` : '';
  return `status ${heard.status}${later} ${heard.text.slice(0, LONGEST_WHY)}`.trim();
};

/** Asks for a file as a patient person does: again when told to, and once more where nothing was heard. */
const collect = async (officer: Officer, file: string): Promise<Collected> => {
  let why: string | null = null;
  for (let tries = TRIES; tries > 0; tries -= 1) {
    const heard = await officer.ask({ method: 'GET', path: `/api/v1/files/${file}`, headers: {} });
    if (heard.kind === 'answer' && heard.status === 200)
      return { sha256: createHash('sha256').update(heard.bytes).digest('hex'), why: null };
    why = whyOf(heard);
    if (heard.kind === 'silence') continue;
    if (heard.status === 401) await officer.signIn();
    if (secondsUntil(heard) > LONGEST_WAIT_SECONDS) break;
    await sleep(secondsUntil(heard) * 1000);
  }
  return { sha256: null, why };
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
      log.add({ type: 'downloaded', file: next.file, ...(await collect(next.officer, next.file)) });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};
