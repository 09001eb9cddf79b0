import { setTimeout as sleep } from 'node:timers/promises';
import { type Heard, send, type Sent } from './wire';

/** The invented people of the demonstration that the clients sign in as. */
export const ELENA = 'elena.popescu@ct.ajpis.example';
export const MARIA = 'maria.ivanova@dob.asp.example';
export const IVAN = 'ivan.petrov@dob.asp.example';
const PASSWORD = 'Dunarea-2026-caseworker';
const SIGN_IN_TRIES = 60;
const PAUSE_MS = 250;
/** Over so many addresses an officer's requests are spread: a client is busier than any office behind one. */
const ADDRESSES = 16;

let officers = 0;

/** Hears answers, for those who measure them. */
export type Witness = (heard: Heard) => void;

interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

/** One session of an officer: what a browser would hold. */
export class Officer {
  /** Which session it is, in the log. */
  readonly name: string;
  private readonly number: number;
  private requests = 0;
  private session: Session | null = null;
  private signingIn: Promise<void> | null = null;

  /** @param witness hears every answer to an operation, beside the one who asked */
  constructor(
    private readonly email: string,
    private readonly portOf: () => number,
    private readonly witness: Witness = () => undefined,
  ) {
    officers += 1;
    this.number = officers;
    this.name = `${email.split('.')[0] ?? email}-${officers}`;
  }

  /** Signs in as a browser does, again and again while the service is away. */
  async signIn(): Promise<void> {
    this.signingIn ??= this.trySigningIn().finally(() => (this.signingIn = null));
    await this.signingIn;
  }

  /** One GraphQL request with the session's rights. */
  async graphql(
    query: string,
    variables: object,
    hangUpAfterMs: number | null = null,
    port = this.portOf(),
  ): Promise<Heard> {
    return this.ask({
      port,
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      hangUpAfterMs,
    });
  }

  /** Any request with the session's rights. */
  async ask(sent: Omit<Sent, 'port'> & Partial<Pick<Sent, 'port'>>): Promise<Heard> {
    if (this.session === null) await this.signIn();
    const heard = await send({
      ...sent,
      port: sent.port ?? this.portOf(),
      headers: { ...this.headers(), ...sent.headers },
    });
    this.witness(heard);
    return heard;
  }

  /** What every request of the session carries. */
  headers(): Readonly<Record<string, string>> {
    return {
      accept: 'application/json',
      'x-forwarded-for': this.nextAddress(),
      ...(this.session === null ? {} : { cookie: this.session.cookie, 'x-csrf-token': this.session.csrf }),
    };
  }

  /** Where the next request comes from: each address in turn. */
  private nextAddress(): string {
    this.requests += 1;
    return `10.${this.requests % ADDRESSES}.${this.number >> 8}.${this.number & 255}`;
  }

  private async trySigningIn(): Promise<void> {
    for (let at = 0; at < SIGN_IN_TRIES; at += 1) {
      this.session = await this.begin();
      if (this.session !== null) return;
      await sleep(PAUSE_MS);
    }
    throw new Error(`${this.email} cannot sign in`);
  }

  private async begin(): Promise<Session | null> {
    const common = { accept: 'application/json', 'x-forwarded-for': this.nextAddress() };
    const entered = await send({
      port: this.portOf(),
      method: 'POST',
      path: '/api/v1/session',
      headers: { ...common, 'content-type': 'application/json' },
      body: JSON.stringify({ email: this.email, password: PASSWORD }),
    });
    if (entered.kind !== 'answer' || entered.status !== 200) return null;
    const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const asked = await send({
      port: this.portOf(),
      method: 'GET',
      path: '/api/v1/session',
      headers: { ...common, cookie },
    });
    if (asked.kind !== 'answer' || asked.status !== 200) return null;
    const { csrfToken = '' } = JSON.parse(asked.text) as { csrfToken?: string };
    return { cookie, csrf: csrfToken };
  }
}
