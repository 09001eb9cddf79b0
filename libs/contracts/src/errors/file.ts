import { define } from './shape';

/** Errors of attached files. Absent and forbidden look the same; no parameter ever names a file. */
export const FILE_ERRORS = define({
  'file.notFound': { kind: 'NOT_FOUND', params: [] },
  'file.uploadNotFound': { kind: 'NOT_FOUND', params: [] },
  'file.tooLarge': { kind: 'PAYLOAD_TOO_LARGE', params: ['megabytes'] },
  'file.empty': { kind: 'BAD_USER_INPUT', params: [] },
  'file.tooMany': { kind: 'CONFLICT', params: ['most'] },
  'file.nameInvalid': { kind: 'BAD_USER_INPUT', params: [] },
  'file.typeNotAllowed': { kind: 'BAD_USER_INPUT', params: ['allowed'] },
  'file.typeMismatch': { kind: 'BAD_USER_INPUT', params: [] },
  'file.polyglot': { kind: 'BAD_USER_INPUT', params: [] },
  'file.activeContent': { kind: 'BAD_USER_INPUT', params: [] },
  'file.unreadable': { kind: 'BAD_USER_INPUT', params: [] },
  'file.quarantined': { kind: 'CONFLICT', params: [] },
  'file.infected': { kind: 'CONFLICT', params: [] },
  'file.offsetWrong': { kind: 'CONFLICT', params: [] },
  'file.protocol': { kind: 'PRECONDITION_FAILED', params: [] },
});
