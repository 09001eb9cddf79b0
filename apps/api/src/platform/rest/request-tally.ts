import type { FastifyRateLimitStore } from '@fastify/rate-limit';

/** Places remembered; those not heard of for the longest leave first. */
const MOST_PLACES = 5_000;

interface Span {
  readonly since: number;
  count: number;
}

/**
 * Counts the requests of each place within a span of time, in this process. Time is the process's own, which nobody
 * can set: counted by the clock on the wall, a clock put back by two days would hold a place to what it asks in one
 * minute for two days.
 */
export class RequestTally implements FastifyRateLimitStore {
  private readonly spans = new Map<string, Span>();

  /** Counts one request; says how many there were, and in how many milliseconds the count begins anew. */
  incr(
    place: string,
    tell: (error: Error | null, result?: { current: number; ttl: number }) => void,
    spanMs: number,
  ): void {
    const now = performance.now();
    const known = this.spans.get(place);
    const span = known !== undefined && known.since + spanMs > now ? known : { since: now, count: 0 };
    span.count += 1;
    this.spans.delete(place);
    this.spans.set(place, span);
    const [longest] = this.spans.keys();
    if (this.spans.size > MOST_PLACES && longest !== undefined) this.spans.delete(longest);
    tell(null, { current: span.count, ttl: span.since + spanMs - now });
  }

  /** A route with a limit of its own counts for itself. */
  child(): RequestTally {
    return new RequestTally();
  }
}
