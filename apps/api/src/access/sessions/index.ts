import { Csrf } from './csrf';
import { LocalStrategy, PasswordGuard } from './local.strategy';
import { OwnSessionsService } from './own-sessions.service';
import { SessionChange } from './session-change';
import { SessionReader } from './session-reader';
import { SessionStates } from './session-state';
import { SessionsRepository } from './sessions.repository';
import { SignInService } from './sign-in.service';

/** What the module needs for sessions. */
export const SESSIONS = [
  Csrf,
  LocalStrategy,
  OwnSessionsService,
  PasswordGuard,
  SessionChange,
  SessionReader,
  SessionsRepository,
  SessionStates,
  SignInService,
];
