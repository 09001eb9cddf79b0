import { toString as toQrCode } from 'qrcode';
import { toBase32 } from '../second-factor/base32';
import type { Enrolment } from '../second-factor/second-factor.service';
import type { ListedSession, Session } from '../sessions/session.row';
import type { SecondFactorEnrolmentModel, SignInSessionModel, ViewerModel } from './viewer.model';

/** What the schema shows of who is asking. */
export const toViewerModel = (session: Session): ViewerModel => ({
  roles: session.actor.roles,
  locale: session.actor.locale,
  secondFactor: session.enrolled,
  secondFactorRequired: session.compulsory,
  sessionExpiresAt: session.endsAt,
  accountId: session.accountId,
  unitId: session.actor.unitId,
});

/** What the schema shows of a place somebody is signed in. */
export const toSignInSessionModel = (row: ListedSession, current: Session): SignInSessionModel => ({
  id: row.id,
  current: row.id === current.id,
  createdAt: row.createdAt,
  lastSeenAt: row.lastSeenAt,
  userAgent: row.userAgent,
});

/** What the schema shows of a secret to be scanned. */
export const toEnrolmentModel = async ({ secret, uri }: Enrolment): Promise<SecondFactorEnrolmentModel> => ({
  secret: (toBase32(secret).match(/.{1,4}/g) ?? []).join(' '),
  uri,
  qrSvg: await toQrCode(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
});
