import { define } from './shape';

/** Errors of signing in and of rights. */
export const ACCESS_ERRORS = define({
  'access.signInRequired': { kind: 'UNAUTHENTICATED', params: [] },
  'access.signInFailed': { kind: 'UNAUTHENTICATED', params: [] },
  'access.secondFactorRequired': { kind: 'UNAUTHENTICATED', params: [] },
  'access.secondFactorFailed': { kind: 'UNAUTHENTICATED', params: [] },
  'access.sessionExpired': { kind: 'UNAUTHENTICATED', params: [] },
  'access.csrf': { kind: 'FORBIDDEN', params: [] },
  'access.forbidden': { kind: 'FORBIDDEN', params: [] },
  'access.readOnly': { kind: 'FORBIDDEN', params: [] },
  'access.locked': { kind: 'TOO_MANY_REQUESTS', params: ['seconds'] },
});
