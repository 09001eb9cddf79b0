import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { CONFIG, type Config } from '../../platform/config';
import { type Actor, actorId } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { type RecentSearches, SearchTallyRepository, type Tally } from './search-tally.repository';

/** A fifth of an hour's searches may come in one minute: nobody reads what is found faster. */
const MINUTE_SHARE = 5;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Seconds until there is room again; 0 where there is. */
const secondsToWait = ({ count, since }: Tally, limit: number, spanMs: number, now: Date): number =>
  count < limit || since === null ? 0 : Math.ceil((since.getTime() + spanMs - now.getTime()) / 1000);

/** What is left of an hour's and of a minute's searches; exported to be tried without a database. */
export const secondsUntilSearch = ({ hour, minute }: RecentSearches, perHour: number, now: Date): number =>
  Math.max(
    secondsToWait(hour, perHour, HOUR_MS, now),
    secondsToWait(minute, Math.ceil(perHour / MINUTE_SHARE), MINUTE_MS, now),
  );

/**
 * Bounds how often one person or system searches. Each search is lawful by itself; hundreds of them, one number after
 * the other, are a way to learn who is known to the offices (GDPR 5(1)(c), OWASP API6). A refused one is in the audit
 * trail like any refusal.
 */
@Injectable()
export class SearchQuota {
  constructor(
    private readonly tally: SearchTallyRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Counts one search, in the ambient transaction: one that is refused is not counted.
   * @throws DomainError exchange.tooManySearches
   */
  async take(actor: Actor): Promise<void> {
    const id = actorId(actor);
    const { SEARCHES_PER_HOUR: perHour } = this.config;
    if (id === null || perHour === 0) return;
    const now = this.clock.now();
    const seconds = secondsUntilSearch(await this.tally.add(id, now), perHour, now);
    if (seconds > 0) throw new DomainError('exchange.tooManySearches', { seconds });
  }
}
