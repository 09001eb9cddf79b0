import type { KnownDocuments } from './known-documents';

/** What Apollo puts before the hash in its cache of persisted queries. */
const PREFIX = 'apq:';

/**
 * The known documents as the cache behind Apollo's `extensions.persistedQuery`. It is read only: nobody makes a
 * document known by sending it.
 */
export const persistedQueries = (known: KnownDocuments) => ({
  cache: {
    get: async (key: string): Promise<string | undefined> =>
      known.textOf(key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key) ?? undefined,
    set: async (): Promise<void> => undefined,
    delete: async (): Promise<boolean> => false,
  },
});
