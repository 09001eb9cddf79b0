/**
 * What a person may be in a unit. One person may hold several roles, in one unit or in several.
 * The administrator manages units and people and sees no case content; the auditor reads everything
 * with persons pseudonymised and changes nothing.
 */
export const ROLES = [
  'CASEWORKER',
  'APPROVER',
  'UNIT_COORDINATOR',
  'NATIONAL_COORDINATOR',
  'INSPECTOR',
  'TRAINING_ORGANISER',
  'AGREEMENT_OFFICER',
  'AUDITOR',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** The second pair of eyes of a unit: a coordinator stands in for the approver. Nobody approves the own draft. */
export const APPROVING_ROLES = ['APPROVER', 'UNIT_COORDINATOR'] as const satisfies readonly Role[];

/** Who works on the cases of a unit and may be in charge of one. */
export const HANDLING_ROLES = [
  'CASEWORKER',
  'INSPECTOR',
  'UNIT_COORDINATOR',
] as const satisfies readonly Role[];

/** Roles that may not sign in without a second factor. */
export const SECOND_FACTOR_ROLES = ['AUDITOR', 'ADMINISTRATOR'] as const satisfies readonly Role[];

/** Why an administrator takes a second factor off somebody: a code, so that the trail names no person. */
export const SECOND_FACTOR_LOSSES = ['LOST', 'REPLACED', 'BROKEN', 'SUSPECTED'] as const;
export type SecondFactorLoss = (typeof SECOND_FACTOR_LOSSES)[number];

/** What a person is told that somebody else did to their sign-in. */
export const ACCOUNT_NOTICE_KINDS = ['SECOND_FACTOR_TAKEN_OFF'] as const;
export type AccountNoticeKind = (typeof ACCOUNT_NOTICE_KINDS)[number];

/** Certificates a training grants; an agreement's terms name the ones an exchange type asks for. */
export const CERTIFICATE_KINDS = ['BEN', 'INSP', 'SENS', 'REC'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
