import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { type Actor, actorId } from '../../platform/context';
import { SecretBox } from '../../platform/crypto';
import { Attempts } from '../attempts/attempts.service';
import { CredentialsRepository } from '../passwords/credentials.repository';
import { PasswordHasher } from '../passwords/password-hasher';
import { SessionsRepository } from '../sessions/sessions.repository';
import { temporaryPassword } from './temporary-password';

/** A password to begin with and its hash. */
export interface TemporaryPassword {
  readonly text: string;
  readonly hash: string;
}

/** What administrators do to the passwords and sessions of others. */
@Injectable()
export class PasswordSetting {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: SessionsRepository,
    private readonly attempts: Attempts,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** The password a request gives, hashed before its transaction begins. */
  async temporary(actor: Actor, requestKey: string): Promise<TemporaryPassword> {
    const text = temporaryPassword(this.box, `${actor.kind}:${actorId(actor) ?? ''}`, requestKey);
    return { text, hash: await this.hasher.turn(() => this.hasher.hash(text)) };
  }

  /** Sets a password that must be changed at the next sign-in; the person is signed out and no longer locked. */
  async set(account: { readonly id: string; readonly email: string }, hash: string): Promise<void> {
    await this.credentials.setHash(account.id, hash, true, this.clock.now());
    await this.beginAnew(account);
  }

  /** Signs a person out everywhere and forgets failed tries: the next sign-in begins anew. */
  async beginAnew(account: { readonly id: string; readonly email: string }): Promise<void> {
    await this.attempts.forgetAccount(account.email);
    await this.endSessions(account.id);
  }

  /** Signs a person out everywhere. */
  async endSessions(accountId: string): Promise<void> {
    await this.sessions.endOthers(accountId, null);
  }
}
