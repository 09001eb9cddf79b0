import { define } from './shape';

/** Errors of the agreements' register. */
export const AGREEMENT_ERRORS = define({
  'agreement.notFound': { kind: 'NOT_FOUND', params: [] },
});
