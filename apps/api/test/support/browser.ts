import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';

type InjectOptions = Exclude<Parameters<NestFastifyApplication['inject']>[0], string | undefined>;

/** One answer, read. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: T;
}

/** The coded part of a refusal, wherever it stands. */
export interface Refused {
  readonly code: string;
  readonly reason: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What GraphQL answers. */
interface GraphqlBody<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Refused }[];
}

/** One data object, or the refusals. */
export interface Outcome<T> {
  readonly data: T | null;
  readonly reasons: readonly string[];
}

const ADDRESS = '192.0.2.1';

/**
 * A browser as far as signing in cares: it keeps the cookie it was given, sends the session's token with every
 * change, and says that its requests come from our own pages.
 */
export class Browser {
  cookie: string | null = null;
  csrf = '';
  /** Headers every request carries beside the browser's own. */
  extra: Record<string, string> = {};

  constructor(
    readonly app: NestFastifyApplication,
    readonly address: string = ADDRESS,
  ) {}

  /** Sends a request; a body goes as JSON. */
  async send<T>(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object): Promise<Answer<T>> {
    const options: InjectOptions = {
      method,
      url,
      remoteAddress: this.address,
      headers: {
        'user-agent': 'test browser',
        'sec-fetch-site': 'same-origin',
        accept: 'application/json',
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(method === 'GET' || this.csrf === '' ? {} : { 'x-csrf-token': this.csrf }),
        ...this.extra,
      },
      ...(body === undefined ? {} : { payload: body }),
    };
    const response = await this.app.inject(options);
    const given = response.cookies.find(({ name }) => name === 'soc');
    if (given !== undefined) this.cookie = given.value === '' ? null : `soc=${given.value}`;
    const text = response.body;
    return {
      status: response.statusCode,
      headers: response.headers,
      // A test states what it asked for.
      body: (text === '' ? null : JSON.parse(text)) as T,
    };
  }

  /** Asks for the session and keeps its token. */
  async session(): Promise<{
    stage: string;
    signedIn: boolean;
    csrfToken: string;
    expiresAt: string | null;
  }> {
    const { body } = await this.send<{
      stage: string;
      signedIn: boolean;
      csrfToken: string;
      expiresAt: string | null;
    }>('GET', '/api/v1/session');
    this.csrf = body.csrfToken;
    return body;
  }

  /** The password step; keeps the session's token when it is taken. */
  async signIn(email: string, password: string): Promise<Answer<{ stage: string } & Refused>> {
    const answer = await this.send<{ stage: string } & Refused>('POST', '/api/v1/session', {
      email,
      password,
    });
    if (answer.status === 200) await this.session();
    return answer;
  }

  /** The second step. */
  async prove(code: string): Promise<Answer<{ stage: string } & Refused>> {
    const answer = await this.send<{ stage: string } & Refused>('POST', '/api/v1/session/second-factor', {
      code,
    });
    if (answer.status === 200) await this.session();
    return answer;
  }

  /** One GraphQL operation. */
  async graphql<T>(query: string, variables: object = {}): Promise<Outcome<T>> {
    const { body } = await this.send<GraphqlBody<T>>('POST', '/graphql', { query, variables });
    return {
      data: body.data ?? null,
      reasons: (body.errors ?? []).map(({ extensions }) => extensions.reason),
    };
  }
}

/** A key nobody used before. */
export const freshKey = (): string => randomUUID();
