import { createClient } from 'graphql-ws/client';
import { ExchangeChangesDocument } from '../../gql/graphql';
import { hashOf } from '../graphql/document-hash';
import { pauseBefore } from './backoff';
import type { Change } from './changes';

/** What a connection tells. */
export interface ConnectionEvents {
  readonly onChange: (change: Change) => void;
  /** The connection stands; `again` when it was broken before, so that changes may have been missed. */
  readonly onOpen: (again: boolean) => void;
  readonly onBroken: () => void;
  /** The server will not have us: no session, no right, too many pages. */
  readonly onRefused: () => void;
}

const address = (): string => {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, ms));

/** Opens the connection and keeps it, coming back after each break; the returned function ends it for good. */
export const connectChanges = (events: ConnectionEvents): (() => void) => {
  let opened = false;
  const client = createClient({
    url: address(),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => sleep(pauseBefore(retries)),
    // The server pings; what it cannot see is a page whose network went away without a word.
    keepAlive: 30_000,
    on: {
      connected: () => {
        events.onOpen(opened);
        opened = true;
      },
      closed: () => {
        events.onBroken();
      },
    },
  });
  client.subscribe<{ exchangeChanged: Change }>(
    {
      // Known to the server by its hash, like every document of this client; the protocol wants a text all the same.
      query: '',
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(ExchangeChangesDocument) } },
    },
    {
      next: ({ data }) => {
        if (data) events.onChange(data.exchangeChanged);
        else events.onRefused();
      },
      error: () => {
        events.onRefused();
      },
      complete: () => undefined,
    },
  );
  return () => void client.dispose();
};
