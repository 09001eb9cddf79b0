import { Injectable } from '@nestjs/common';
import { Acts, type ActNote } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { ANONYMOUS, type StaffActor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { Attempts } from '../attempts/attempts.service';
import { normalEmail } from '../email';
import { officeDay } from '../membership';
import { type Credentials, CredentialsRepository } from '../passwords/credentials.repository';
import { PasswordHasher } from '../passwords/password-hasher';
import { hashToken, newSessionToken } from './session-token';
import { LONGEST_MS } from './session-times';
import { SessionsRepository } from './sessions.repository';

/** A try to sign in: what was typed, and where it comes from. */
export interface SignInTry {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string | null;
  /** The token of the session the browser had before; it ends when the new one begins. */
  readonly previousToken: string | null;
}

/** What is known once the password was looked at. */
interface Verdict {
  readonly lockedSeconds: number;
  readonly credentials: Credentials | null;
  readonly right: boolean;
  /** The hash with today's parameters, where the stored one has others. */
  readonly renewedHash: string | null;
}

/** The account as an actor without any role: it has proved its password and nothing more. */
const unprovenActor = (credentials: Credentials, sessionId: string): StaffActor | null => {
  const [membership] = credentials.memberships;
  if (membership === undefined) return null;
  const { unitId, unitCode, country } = membership;
  const { accountId, locale } = credentials;
  return {
    kind: 'staff',
    accountId,
    sessionId,
    unitId,
    unitCode,
    country,
    roles: [],
    secondFactor: false,
    locale,
  };
};

/**
 * The password step. Whether the account exists can be told neither from the answer nor from the time it takes:
 * every try is counted, looked up and hashed alike.
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly acts: Acts,
    private readonly hasher: PasswordHasher,
    private readonly attempts: Attempts,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a session and gives its token.
   * @throws DomainError access.signInFailed, access.locked, access.noMembership, request.tooMany
   */
  async start(signIn: SignInTry): Promise<string> {
    const subject = { email: normalEmail(signIn.email), address: signIn.address };
    // No transaction is open while a password is hashed: a flood of sign-ins must not hold every connection.
    const verdict = await this.hasher.turn(() => this.look(subject, signIn.password));
    return this.acts.perform(ANONYMOUS, { action: 'session.start' }, async (note) => {
      if (verdict.credentials !== null) note.resource('account', verdict.credentials.accountId);
      if (verdict.lockedSeconds > 0)
        throw new DomainError('access.locked', { seconds: verdict.lockedSeconds });
      if (!verdict.right || verdict.credentials === null) throw new DomainError('access.signInFailed');
      // Another factor is still to come: only it may wipe the count of failures.
      if (verdict.credentials.enrolled) await this.attempts.refund(subject);
      else await this.attempts.clear(subject);
      return this.open(note, signIn, verdict.credentials, verdict.renewedHash);
    });
  }

  private async look(subject: { email: string; address: string }, password: string): Promise<Verdict> {
    const day = officeDay(this.clock.now());
    const { lockedSeconds, credentials } = await this.acts.look(ANONYMOUS, async () => ({
      lockedSeconds: await this.attempts.charge(subject),
      credentials: await this.credentials.findByEmail(subject.email, day),
    }));
    if (lockedSeconds > 0) return { lockedSeconds, credentials, right: false, renewedHash: null };
    const fits = await this.hasher.verify(credentials?.hash ?? null, password);
    const right = fits && credentials?.active === true;
    const renew = right && this.hasher.isOutdated(credentials.hash);
    return {
      lockedSeconds,
      credentials,
      right,
      renewedHash: renew ? await this.hasher.hash(password) : null,
    };
  }

  private async open(
    note: ActNote,
    { previousToken, userAgent, address }: SignInTry,
    credentials: Credentials,
    renewedHash: string | null,
  ): Promise<string> {
    const [id, token, now] = [newId(), newSessionToken(), this.clock.now()];
    const actor = unprovenActor(credentials, id);
    if (actor === null) throw new DomainError('access.noMembership');
    note.by(actor);
    note.resource('session', id);
    if (renewedHash !== null)
      await this.credentials.renewHash(credentials.accountId, credentials.hash, renewedHash);
    // A token the browser already had, perhaps planted by somebody else, is worth nothing after a sign-in.
    if (previousToken !== null) await this.sessions.endByToken(hashToken(previousToken));
    await this.sessions.insert({
      id,
      tokenHash: hashToken(token),
      accountId: credentials.accountId,
      unitId: actor.unitId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LONGEST_MS),
      userAgent,
      ip: address,
    });
    return token;
  }
}
