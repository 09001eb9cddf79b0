/** Ways to reach a unit: offices, never persons. */
export const CONTACT_POINT_KINDS = ['PHONE', 'EMAIL', 'SITE', 'ADDRESS', 'FAX'] as const;
export type ContactPointKind = (typeof CONTACT_POINT_KINDS)[number];
