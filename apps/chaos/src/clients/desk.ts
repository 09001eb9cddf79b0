import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '@soc-coop/testing';
import type { Acknowledged, Invoke, OperationName, Refused } from '../history/events';
import type { HistoryLog } from '../history/log';
import { DOCUMENTS, READ } from './documents';
import type { Officer } from './officer';
import { verdictOf } from './verdict';

/** How badly clients behave: the network between breaks, and requests arrive twice. */
export interface Manners {
  /** How often a client hangs up while the server works. */
  readonly hangsUp: number;
  /** How often the same request is sent twice at once. */
  readonly sendsTwice: number;
}

/** An operation about to be asked. */
export interface Wish {
  readonly operation: OperationName;
  readonly exchange: string | null;
  readonly base: number | null;
  readonly marker?: string;
  readonly input: object;
}

const LONGEST_BEFORE_HANGING_UP_MS = 80;
const LONGEST_PAUSE_MS = 400;
let reads = 0;

/** Where officers work: every operation is written down before it is tried, and tried until it is settled. */
export class Desk {
  private closed = false;

  constructor(
    private readonly log: HistoryLog,
    private readonly random: SeededRandom,
    private readonly manners: Manners,
  ) {}

  /** From now on nobody begins anything or tries again. */
  close(): void {
    this.closed = true;
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** Does one operation; null where it never settled before the desk was closed for good. */
  async do(officer: Officer, wish: Wish): Promise<Acknowledged | Refused | null> {
    const invoke: Invoke = {
      type: 'invoke',
      key: randomUUID(),
      session: officer.name,
      operation: wish.operation,
      exchange: wish.exchange,
      base: wish.base,
      marker: wish.marker ?? null,
    };
    this.log.add(invoke);
    while (!this.closed) {
      const end = await this.attempt(officer, invoke, wish.input);
      if (end !== null) return end;
      await sleep(this.random.integer(20, LONGEST_PAUSE_MS));
    }
    return null;
  }

  /** Reads an exchange; what comes back is held against what the session knew when it asked. */
  async read(officer: Officer, exchange: string): Promise<void> {
    reads += 1;
    const read = reads;
    this.log.add({ type: 'ask', read, session: officer.name, exchange });
    const verdict = verdictOf('exchange', await officer.graphql(READ, { id: exchange }));
    if (verdict.kind === 'unknown' && verdict.signIn) await officer.signIn();
    if (verdict.kind !== 'ok') return;
    this.log.add({ type: 'read', read, session: officer.name, exchange, version: verdict.data.version });
  }

  private async attempt(
    officer: Officer,
    { key, operation }: Invoke,
    input: object,
  ): Promise<Acknowledged | Refused | null> {
    const { field, text } = DOCUMENTS[operation];
    const variables = { input: { ...input, idempotencyKey: key } };
    const hangUp = this.chance(this.manners.hangsUp)
      ? this.random.integer(1, LONGEST_BEFORE_HANGING_UP_MS)
      : null;
    // The second copy is the network's: nobody waits for its answer, and its effect must be the same.
    if (this.chance(this.manners.sendsTwice)) void officer.graphql(text, variables);
    const verdict = verdictOf(field, await officer.graphql(text, variables, hangUp));
    switch (verdict.kind) {
      case 'ok':
        return this.note({
          type: 'ok',
          key,
          session: officer.name,
          exchange: verdict.data.id,
          version: verdict.data.version,
        });
      case 'refused':
        return this.note({ type: 'fail', key, reason: verdict.reason });
      case 'unknown':
        this.log.add({ type: 'unknown', key, why: verdict.why });
        if (verdict.signIn) await officer.signIn();
        return null;
    }
  }

  private note<E extends Acknowledged | Refused>(event: E): E {
    this.log.add(event);
    return event;
  }

  private chance(share: number): boolean {
    return this.random.next() < share;
  }
}
