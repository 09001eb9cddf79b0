import { define } from './shape';

/** Errors of trainings, enrolment and certificates. */
export const TRAINING_ERRORS = define({
  'training.sessionNotFound': { kind: 'NOT_FOUND', params: [] },
  'training.full': { kind: 'CONFLICT', params: ['seats'] },
  'training.alreadyEnrolled': { kind: 'CONFLICT', params: [] },
  'training.notEnrolled': { kind: 'CONFLICT', params: [] },
  'training.enrolmentClosed': { kind: 'CONFLICT', params: [] },
});
