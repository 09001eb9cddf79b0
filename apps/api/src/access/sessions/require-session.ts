import { createParamDecorator } from '@nestjs/common';
import { currentActor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { decide } from '../policy/decide';
import { currentSession } from './current-session';
import type { Session } from './session.row';
import type { Stage } from './stage.rules';

/** The session of the current request, whatever its stage. */
export const CurrentSession = createParamDecorator((): Session | null => currentSession()?.session ?? null);

/**
 * The session, if it has come to one of the stages.
 * @throws DomainError access.signInRequired, access.secondFactorRequired; access.forbidden for partner systems
 */
export const requireSession = (session: Session | null, ...stages: readonly Stage[]): Session => {
  if (session === null)
    throw new DomainError(currentActor().kind === 'client' ? 'access.forbidden' : 'access.signInRequired');
  if (!stages.includes(session.stage))
    throw new DomainError(
      session.stage === 'second-factor' ? 'access.secondFactorRequired' : 'access.signInRequired',
    );
  const [refusal] = decide(session.actor, 'session:manageOwn', undefined).refusals;
  if (refusal !== undefined) throw new DomainError(refusal.code, refusal.params);
  return session;
};
