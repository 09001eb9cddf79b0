import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config';
import { version } from '../../../package.json';
import { Csrf } from './csrf';
import type { Session } from './session.row';
import type { Stage } from './stage.rules';

/** What a client may know of its session. */
export interface SessionState {
  readonly signedIn: boolean;
  readonly stage: Stage | 'none';
  readonly csrfToken: string;
  readonly demo: boolean;
  readonly version: string;
  readonly expiresAt: string | null;
}

/** Words a session for its client. */
@Injectable()
export class SessionStates {
  constructor(
    private readonly csrf: Csrf,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The state of a session, or of having none. */
  of(session: Session | null): SessionState {
    return {
      signedIn: session?.stage === 'full',
      stage: session?.stage ?? 'none',
      csrfToken: session === null ? '' : this.csrf.tokenOf(session.id),
      demo: this.config.DEMO,
      version,
      expiresAt: session?.endsAt.toISOString() ?? null,
    };
  }
}
