import { randomUUID } from 'node:crypto';
import type { SignIn } from '../product';
import { freshCode } from '../authenticator';
import { exchangeOverHttp } from './http';
import { ownPlace } from './places';

/** One answer, read. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** The coded part of a refusal. */
export interface Coded {
  readonly code: string;
  readonly reason: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** A REST refusal: problem+json. */
export interface Problem extends Coded {
  readonly title: string;
  readonly status: number;
}

/** One error of a GraphQL answer. */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Coded;
}

/** What GraphQL answers. */
export interface GraphqlBody<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphqlError[];
}

/** What the session says of itself. */
export interface SessionState {
  readonly signedIn: boolean;
  readonly stage: string;
  readonly csrfToken: string;
}

/** How a request differs from the caller's usual one. */
export interface RequestOptions {
  readonly body?: unknown;
  /** Headers on top of the usual ones; null takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/**
 * A program that speaks to the product over HTTP as partner systems and scripts do: it keeps the cookie it is
 * given and sends the session's token with every change. Nothing of a browser is in it.
 */
export class Caller {
  cookie: string | null = null;
  csrf: string | null = null;

  /**
   * @param headers what every request carries
   * @param address where the requests come from: a loopback address of its own for who fails on purpose, because
   *   failures are counted by address too; a function where many requests come from many places. Without one they come
   *   from the place of the test file
   */
  constructor(
    private readonly headers: Readonly<Record<string, string>> = {},
    private readonly address?: string | (() => string),
  ) {}

  /** Signs somebody in, with the second factor where the account has one. */
  static async signedIn(
    { email, password, totpSecret }: SignIn,
    address?: string | (() => string),
  ): Promise<Caller> {
    const caller = new Caller({}, address);
    const { status, body } = await caller.signIn(email, password);
    if (status !== 200) throw new Error(`The sign-in of ${email} was refused: ${JSON.stringify(body)}`);
    if (totpSecret !== undefined) await caller.prove(await freshCode(email, totpSecret));
    const { stage } = await caller.session();
    if (stage !== 'full') throw new Error(`The sign-in of ${email} came no further than ${stage}.`);
    return caller;
  }

  /** Any request; the answer's JSON, or its text where it is none. */
  async send<T>(
    method: string,
    path: string,
    { body, headers = {} }: RequestOptions = {},
  ): Promise<Answer<T>> {
    const answer = await exchangeOverHttp({
      method,
      path,
      headers: this.headersOf(headers, body),
      body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
      from: typeof this.address === 'function' ? this.address() : (this.address ?? ownPlace),
    });
    this.keepCookie(answer.headers);
    return { ...answer, body: read(answer.text) as T };
  }

  /** The password step; keeps the session's token when it is taken. */
  async signIn(
    email: string,
    password: string,
  ): Promise<Answer<Partial<Problem> & { readonly stage?: string }>> {
    const answer = await this.send<Partial<Problem> & { readonly stage?: string }>(
      'POST',
      '/api/v1/session',
      {
        body: { email, password },
      },
    );
    if (answer.status === 200) await this.session();
    return answer;
  }

  /** The second step. */
  async prove(code: string): Promise<Answer<Partial<Problem>>> {
    const answer = await this.send<Partial<Problem>>('POST', '/api/v1/session/second-factor', {
      body: { code },
    });
    if (answer.status === 200) await this.session();
    return answer;
  }

  /** Asks for the session and keeps its token. */
  async session(): Promise<SessionState> {
    const { body } = await this.send<SessionState>('GET', '/api/v1/session');
    this.csrf = body.csrfToken === '' ? null : body.csrfToken;
    return body;
  }

  /** One GraphQL operation, answered in whatever way. */
  graphql<T>(
    query: string,
    variables: object = {},
    options: RequestOptions = {},
  ): Promise<Answer<GraphqlBody<T>>> {
    return this.send<GraphqlBody<T>>('POST', '/graphql', { body: { query, variables }, ...options });
  }

  /** One GraphQL operation that is expected to work. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const { status, body } = await this.graphql<T>(query, variables);
    if (body.errors !== undefined || body.data === null || body.data === undefined)
      throw new Error(`GraphQL refused (${status}): ${JSON.stringify(body.errors)}`);
    return body.data;
  }

  /** One GraphQL operation that is expected to be refused: its only error. */
  async refusalOf(query: string, variables: object = {}): Promise<GraphqlError> {
    const { body } = await this.graphql(query, variables);
    const [error, ...others] = body.errors ?? [];
    if (error === undefined || others.length > 0)
      throw new Error(`One refusal was expected, this came: ${JSON.stringify(body)}`);
    return error;
  }

  private headersOf(more: Readonly<Record<string, string | null>>, body: unknown): Headers {
    const headers = new Headers({ accept: 'application/json', ...this.headers });
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (this.cookie !== null) headers.set('cookie', this.cookie);
    if (this.csrf !== null) headers.set('x-csrf-token', this.csrf);
    for (const [name, value] of Object.entries(more)) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    return headers;
  }

  private keepCookie(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.cookie = pair.endsWith('=') ? null : pair;
    }
  }
}

/** A key nobody used before. */
export const freshKey = (): string => randomUUID();

/** What a test asked for is what it says it is: the assertions that follow tell. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
