import { define } from './shape';

/** Errors of the agreements' register, and what an agreement lacks to cover an exchange. */
export const AGREEMENT_ERRORS = define({
  'agreement.notFound': { kind: 'NOT_FOUND', params: [] },
  'agreement.noneInForce': { kind: 'FORBIDDEN', params: ['date'] },
  'agreement.notYetInForce': { kind: 'FORBIDDEN', params: ['agreement', 'validFrom'] },
  'agreement.expired': { kind: 'FORBIDDEN', params: ['agreement', 'validTo'] },
  'agreement.notOperating': { kind: 'FORBIDDEN', params: ['agreement', 'status'] },
  'agreement.requesterOutside': { kind: 'FORBIDDEN', params: ['agreement', 'unit'] },
  'agreement.replierOutside': { kind: 'FORBIDDEN', params: ['agreement', 'unit'] },
  'agreement.sameParty': { kind: 'FORBIDDEN', params: ['agreement'] },
  'agreement.typeNotListed': { kind: 'FORBIDDEN', params: ['agreement', 'type'] },
  'agreement.requesterNotListed': { kind: 'FORBIDDEN', params: ['agreement', 'type', 'unit'] },
  'agreement.replierNotListed': { kind: 'FORBIDDEN', params: ['agreement', 'type', 'unit'] },
});
