import { define } from './shape';

/** Errors of the exchange engine. Absent and forbidden look the same: `exchange.notFound`. */
export const EXCHANGE_ERRORS = define({
  'exchange.notFound': { kind: 'NOT_FOUND', params: [] },
  'exchange.moveNotPossible': { kind: 'CONFLICT', params: ['move', 'state'] },
  'exchange.notYourSide': { kind: 'FORBIDDEN', params: ['move'] },
  'exchange.roleMissing': { kind: 'FORBIDDEN', params: ['roles'] },
  'exchange.certificateMissing': { kind: 'FORBIDDEN', params: ['certificate'] },
  'exchange.notCovered': { kind: 'FORBIDDEN', params: ['type'] },
  'exchange.changedMeanwhile': { kind: 'CONFLICT', params: ['state', 'at'] },
  'exchange.noReminder': { kind: 'CONFLICT', params: [] },
  'exchange.calendarMissing': { kind: 'CONFLICT', params: ['country', 'year'] },
  'exchange.typeUnknown': { kind: 'BAD_USER_INPUT', params: ['type'] },
  'exchange.contentInvalid': { kind: 'BAD_USER_INPUT', params: ['problems'] },
  'exchange.reasonUnknown': { kind: 'BAD_USER_INPUT', params: ['list', 'code'] },
  'exchange.explanationMissing': { kind: 'BAD_USER_INPUT', params: [] },
  'exchange.unitNotCompetent': { kind: 'BAD_USER_INPUT', params: ['unit', 'type'] },
  'exchange.sameCountry': { kind: 'BAD_USER_INPUT', params: [] },
  'exchange.subjectMissing': { kind: 'BAD_USER_INPUT', params: [] },
  'exchange.confirmationMissing': { kind: 'BAD_USER_INPUT', params: ['warnings'] },
});
