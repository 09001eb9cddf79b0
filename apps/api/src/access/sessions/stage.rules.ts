/** How far a sign-in has come; only `full` has rights. */
export const STAGES = ['second-factor', 'change-password', 'enrol-second-factor', 'full'] as const;
export type Stage = (typeof STAGES)[number];

/** What decides the stage. The password was right in every session there is. */
export interface StageFacts {
  /** The account has a confirmed second factor today. */
  readonly enrolled: boolean;
  /** This session has proved a second factor. */
  readonly proved: boolean;
  /** A role the person holds today may not work without one. */
  readonly compulsory: boolean;
  /** The password was given by an administrator. */
  readonly mustChangePassword: boolean;
}

/**
 * The stage follows from today's facts and is never stored: a role granted during a session asks for its second
 * factor at the next request.
 */
export const stageOf = ({ enrolled, proved, compulsory, mustChangePassword }: StageFacts): Stage => {
  if (enrolled && !proved) return 'second-factor';
  if (mustChangePassword) return 'change-password';
  return compulsory && !enrolled ? 'enrol-second-factor' : 'full';
};
