import type { Refusal } from '@soc-coop/contracts';
import type { IsoDate } from '@soc-coop/domain';

/** What decides whether somebody can still enrol. */
export interface SessionFacts {
  readonly startsOn: IsoDate;
  readonly seats: number;
  readonly enrolled: number;
}

/** Enrolment and cancelling close with the day before the session: then it starts with who is on the list. */
export const isOpenOn = ({ startsOn }: SessionFacts, today: IsoDate): boolean => today < startsOn;

/** Why nobody more can enrol today; null when somebody can. */
export const enrolmentRefusal = (session: SessionFacts, today: IsoDate): Refusal | null => {
  if (!isOpenOn(session, today)) return { code: 'training.enrolmentClosed', params: {} };
  if (session.enrolled >= session.seats) return { code: 'training.full', params: { seats: session.seats } };
  return null;
};
