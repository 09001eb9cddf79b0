/** A session ends when nobody used it for this long. */
export const IDLE_MS = 30 * 60_000;
/** And in any case after this long. */
export const LONGEST_MS = 12 * 3_600_000;
/** How often "last seen" is written at most. */
export const SEEN_EVERY_MS = 60_000;

/** The instant a session ends if it is not used again. */
export const endOf = (lastSeenAt: Date, expiresAt: Date): Date =>
  new Date(Math.min(lastSeenAt.getTime() + IDLE_MS, expiresAt.getTime()));
