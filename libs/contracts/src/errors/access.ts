import { define } from './shape';

/** Errors of signing in and of rights. */
export const ACCESS_ERRORS = define({
  'access.signInRequired': { kind: 'UNAUTHENTICATED', params: [] },
  'access.signInFailed': { kind: 'UNAUTHENTICATED', params: [] },
  'access.secondFactorRequired': { kind: 'UNAUTHENTICATED', params: [] },
  'access.secondFactorFailed': { kind: 'UNAUTHENTICATED', params: [] },
  'access.secondFactorCompulsory': { kind: 'FORBIDDEN', params: [] },
  'access.secondFactorMissing': { kind: 'CONFLICT', params: [] },
  'access.sessionExpired': { kind: 'UNAUTHENTICATED', params: [] },
  'access.sessionNotFound': { kind: 'NOT_FOUND', params: [] },
  'access.csrf': { kind: 'FORBIDDEN', params: [] },
  'access.crossSite': { kind: 'FORBIDDEN', params: [] },
  'access.forbidden': { kind: 'FORBIDDEN', params: [] },
  'access.readOnly': { kind: 'FORBIDDEN', params: [] },
  'access.noMembership': { kind: 'FORBIDDEN', params: [] },
  'access.membershipNotFound': { kind: 'NOT_FOUND', params: [] },
  'access.ownRights': { kind: 'FORBIDDEN', params: [] },
  'access.passwordWrong': { kind: 'BAD_USER_INPUT', params: [] },
  'access.passwordWeak': { kind: 'BAD_USER_INPUT', params: ['problem', 'length'] },
  'access.tokenInvalid': { kind: 'UNAUTHENTICATED', params: [] },
  'access.clientRefused': { kind: 'UNAUTHENTICATED', params: [] },
  'access.grantUnsupported': { kind: 'BAD_USER_INPUT', params: [] },
  'access.actingForMissing': { kind: 'FORBIDDEN', params: [] },
  'access.actingForInvalid': { kind: 'FORBIDDEN', params: [] },
  'access.locked': { kind: 'TOO_MANY_REQUESTS', params: ['seconds'] },
});
