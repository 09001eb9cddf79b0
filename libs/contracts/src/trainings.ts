/** A person's place in a training session; cancelled enrolments stay on record. */
export const ENROLMENT_STATUSES = ['ENROLLED', 'CANCELLED'] as const;
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number];

/** What a certificate is worth today; computed from its dates and the clock, never stored. */
export const CERTIFICATE_STATUSES = ['VALID', 'EXPIRING', 'EXPIRED', 'REVOKED'] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

/** Days before its end in which a valid certificate counts as expiring. */
export const CERTIFICATE_EXPIRING_DAYS = 60;
