import { CERTIFICATE_EXPIRING_DAYS, type CertificateKind, type CertificateStatus } from '@soc-coop/contracts';
import { daysBetween, type IsoDate } from '@soc-coop/domain';

/** The dates of a certificate; it holds from the first to the last day, both included. */
export interface CertificateDates {
  readonly issuedOn: IsoDate;
  readonly expiresOn: IsoDate;
  readonly revokedOn: IsoDate | null;
}

/** What a certificate is worth on a day. */
export const certificateStatus = (dates: CertificateDates, on: IsoDate): CertificateStatus => {
  if (dates.revokedOn !== null && dates.revokedOn <= on) return 'REVOKED';
  if (dates.expiresOn < on) return 'EXPIRED';
  return daysBetween(on, dates.expiresOn) < CERTIFICATE_EXPIRING_DAYS ? 'EXPIRING' : 'VALID';
};

/** True when the certificate opens what it stands for on the day. */
export const isHeldOn = (dates: CertificateDates, on: IsoDate): boolean =>
  dates.issuedOn <= on && ['VALID', 'EXPIRING'].includes(certificateStatus(dates, on));

/** The kinds that are required but not held on the day, in the order they are required. */
export const missingKinds = (
  held: readonly (CertificateDates & { readonly kind: CertificateKind })[],
  required: readonly CertificateKind[],
  on: IsoDate,
): CertificateKind[] =>
  required.filter(
    (kind) => !held.some((certificate) => certificate.kind === kind && isHeldOn(certificate, on)),
  );
