import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeHub } from '../../src/exchanges/live/change-hub';
import type { Browser } from '../support/browser';
import { connect } from '../support/socket';

/** What came of listening: the code of the refusal, or null where it was let in. */
type Refusal = string | null;

const reasonIn = (payload: unknown): string | null => {
  const found = /"reason":"([^"]+)"/.exec(JSON.stringify(payload));
  return found?.[1] ?? null;
};

/** Far longer than anything here takes on a loaded machine. */
const PATIENCE_MS = 20_000;

const until = async (holds: () => boolean): Promise<null> => {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > PATIENCE_MS) throw new Error('nobody was let in and nobody was refused');
    await sleep(10);
  }
  return null;
};

/**
 * Begins a subscription over a websocket as an actor, and ends it. A running subscription answers nothing: that it was
 * let in, the hub says, which has one listener more. One at a time.
 */
export const listen = async (browser: Browser, query: string, variables: object): Promise<Refusal> => {
  const hub = browser.app.get(ChangeHub);
  await until(() => hub.listening === 0);
  const { authorization } = browser.extra;
  const socket = await connect(browser.app, {
    cookie: browser.cookie,
    ...(authorization === undefined ? {} : { init: { authorization } }),
  });
  const first = await Promise.race([socket.next(), socket.closed]);
  if ('code' in first) return first.reason;
  socket.subscribe('asked', query, { variables });
  const asked = { answered: false };
  const refused = socket.next().then(({ payload }) => {
    asked.answered = true;
    return reasonIn(payload);
  });
  const answer = await Promise.race([refused, until(() => asked.answered || hub.listening > 0)]);
  socket.close();
  return asked.answered ? refused : answer;
};
