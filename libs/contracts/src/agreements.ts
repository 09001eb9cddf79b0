/** Where an agreement stands in its life. */
export const AGREEMENT_STATUSES = [
  'DRAFT',
  'NEGOTIATION',
  'APPROVED',
  'SIGNED',
  'IN_FORCE',
  'SUSPENDED',
  'AMENDED',
  'EXPIRED',
  'TERMINATED',
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

/** Statuses under which exchanges run; an amendment that is being adopted does not stop them. */
export const OPERATING_AGREEMENT_STATUSES = [
  'IN_FORCE',
  'AMENDED',
] as const satisfies readonly AgreementStatus[];

/** What a party may do under an agreement: exchange, or only look on. */
export const AGREEMENT_PARTY_ROLES = ['SENDER_RECEIVER', 'OBSERVER'] as const;
export type AgreementPartyRole = (typeof AGREEMENT_PARTY_ROLES)[number];

/** The acts an agreement must cover. */
export const COVERED_ACTS = ['OPEN', 'SEND', 'ANSWER'] as const;
export type CoveredAct = (typeof COVERED_ACTS)[number];
