import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Caller } from './caller';

/** One change, as it arrives. */
export interface Change {
  readonly kind: string;
  readonly exchangeId: string | null;
  readonly move: string | null;
  readonly state: string | null;
  readonly byYou: boolean;
}

/** How somebody listens. */
interface Listening {
  readonly address: string;
  /** The cookie of somebody signed in; only together with the page's origin does it count. */
  readonly caller?: Caller;
  readonly token?: string;
  readonly exchange?: string;
}

const QUERY = `subscription Listen($exchange: ID) {
  exchangeChanged(exchange: $exchange) { kind exchangeId move state byYou }
}`;

const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** Somebody who listens to the product over a websocket, with the client that partner systems use too. */
export class Listener {
  readonly changes: Change[] = [];
  /** Codes of refusals, and reasons of closed connections. */
  readonly refusals: string[] = [];
  private readonly client: ReturnType<typeof createClient>;
  private hasBegun = false;
  private static readonly open = new Set<Listener>();

  constructor({ address, caller, token, exchange }: Listening) {
    Listener.open.add(this);
    const headers = caller === undefined ? {} : { cookie: caller.cookie ?? '', origin: address };
    class FromPage extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers });
      }
    }
    this.client = createClient({
      url: `${address.replace('http', 'ws')}/graphql`,
      webSocketImpl: FromPage,
      retryAttempts: 0,
      ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
    });
    this.client.subscribe<{ exchangeChanged: Change }>(
      { query: QUERY, variables: { exchange: exchange ?? null } },
      {
        next: ({ data, errors }) => {
          if (data) this.changes.push(data.exchangeChanged);
          for (const { extensions } of errors ?? []) this.refusals.push(String(extensions?.['reason']));
        },
        error: (cause) => {
          this.refusals.push((cause as { readonly reason?: string }).reason ?? String(cause));
        },
        complete: () => undefined,
      },
    );
    this.knock();
  }

  /** Asks for a case that is not: the server takes things in order, so its refusal says that the listening has begun. */
  private knock(): void {
    this.client.subscribe(
      { query: QUERY, variables: { exchange: NOBODYS } },
      {
        next: () => (this.hasBegun = true),
        error: () => undefined,
        complete: () => undefined,
      },
    );
  }

  /** True once the server has let the connection in, and listening has begun. */
  get connected(): boolean {
    return this.hasBegun;
  }

  /** What was heard of one exchange. */
  of(exchangeId: string): readonly Change[] {
    return this.changes.filter((change) => change.exchangeId === exchangeId);
  }

  async end(): Promise<void> {
    Listener.open.delete(this);
    await this.client.dispose();
  }

  /** Ends those of stories that broke off: an open connection would keep the whole run from ending. */
  static async endAll(): Promise<void> {
    await Promise.all([...Listener.open].map((listener) => listener.end()));
  }
}
