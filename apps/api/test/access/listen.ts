import type { Browser } from '../support/browser';
import { connect } from '../support/socket';

/** What came of listening: the code of the refusal, or null where it was let in. */
type Refusal = string | null;

const reasonIn = (payload: unknown): string | null => {
  const found = /"reason":"([^"]+)"/.exec(JSON.stringify(payload));
  return found?.[1] ?? null;
};

/**
 * Begins a subscription over a websocket as an actor, and ends it. A running subscription answers nothing: silence says
 * that it was let in.
 */
export const listen = async (browser: Browser, query: string, variables: object): Promise<Refusal> => {
  const { authorization } = browser.extra;
  const socket = await connect(browser.app, {
    cookie: browser.cookie,
    ...(authorization === undefined ? {} : { init: { authorization } }),
  });
  const first = await Promise.race([socket.next(), socket.closed]);
  if ('code' in first) return first.reason;
  socket.subscribe('asked', query, { variables });
  const answer = await Promise.race([socket.next(), settled()]);
  socket.close();
  return answer === null ? null : reasonIn(answer.payload);
};

/** Longer than any refusal takes; a refusal that came later would be told as "let in" and fail the matrix. */
const settled = (): Promise<null> => new Promise((resolve) => setTimeout(resolve, 250, null));
