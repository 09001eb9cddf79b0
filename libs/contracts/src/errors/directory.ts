import { define } from './shape';

/** Errors of the directory of units and people. */
export const DIRECTORY_ERRORS = define({
  'directory.unitNotFound': { kind: 'NOT_FOUND', params: [] },
  'directory.accountNotFound': { kind: 'NOT_FOUND', params: [] },
  'directory.unitCodeTaken': { kind: 'CONFLICT', params: ['code'] },
  'directory.emailTaken': { kind: 'CONFLICT', params: [] },
  'directory.kindUnknown': { kind: 'BAD_USER_INPUT', params: ['kind'] },
  'directory.territoryUnknown': { kind: 'BAD_USER_INPUT', params: ['territories'] },
  'directory.competenceUnknown': { kind: 'BAD_USER_INPUT', params: ['types'] },
  'directory.holdsRealData': { kind: 'CONFLICT', params: [] },
  'directory.parentInvalid': { kind: 'BAD_USER_INPUT', params: [] },
  'directory.lastAdministrator': { kind: 'CONFLICT', params: [] },
});
