import type { SeededRandom } from '@soc-coop/testing';
import type { Acknowledged, OperationName } from '../history/events';
import type { Desk, Wish } from './desk';
import { ANSWER, requestContent } from './documents';
import type { Officer } from './officer';
import type { Porter } from './porter';
import type { Parcel } from './tus';

/** Who works on a case: two on each side, so that they can get in each other's way. */
export interface Crew {
  readonly requesters: readonly [Officer, Officer];
  readonly repliers: readonly [Officer, Officer];
  readonly replyingUnit: string;
}

/** How often two officers do the same thing to the same version at once. */
const RACES = 0.35;
const READS = 0.4;
const FILES = 0.5;

let markers = 0;

/** Walks one case from its opening to its end, or as far as it is let. */
export class CaseWalk {
  private at: { readonly id: string; readonly version: number } | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly porter: Porter,
    private readonly crew: Crew,
    private readonly random: SeededRandom,
  ) {}

  /**
   * Opens, saves, attaches, sends, accepts, answers and closes; stops where the desk closes or something is refused.
   * @param last the last operation of the walk
   */
  async walk(last: OperationName = 'CLOSE'): Promise<void> {
    const { requesters, repliers, replyingUnit } = this.crew;
    const steps: readonly (readonly [OperationName, () => Promise<boolean>])[] = [
      ['OPEN', () => this.open()],
      ['SAVE', () => this.step('SAVE', requesters, () => this.save(replyingUnit))],
      ['SEND', () => this.attach('REQUEST', requesters)],
      ['SEND', () => this.step('SEND', requesters, () => ({}))],
      ['ACCEPT', () => this.step('ACCEPT', repliers, () => ({}))],
      ['ANSWER', () => this.attach('ANSWER', repliers)],
      ['ANSWER', () => this.step('ANSWER', repliers, () => ANSWER)],
      ['CLOSE', () => this.step('CLOSE', requesters, () => ({ reasonCode: '01' }))],
    ];
    const end = steps.findLastIndex(([name]) => name === last);
    for (const [, step] of steps.slice(0, end + 1)) if (this.desk.isClosed || !(await step())) return;
  }

  /** The case, once it is opened. */
  get exchange(): string | null {
    return this.at?.id ?? null;
  }

  private async open(): Promise<boolean> {
    const [officer] = this.crew.requesters;
    const input = { type: 'EX02', replyingUnit: this.crew.replyingUnit };
    const end = await this.desk.do(officer, { operation: 'OPEN', exchange: null, base: null, input });
    return this.goOn(end?.type === 'ok' ? [end] : []);
  }

  private save(replyingUnit: string): object {
    markers += 1;
    return {
      replyingUnit,
      nationalFileNumber: `${markers}/2026`,
      ...requestContent(this.random.integer(1, 1e6)),
    };
  }

  /** Attaches a file to what is being written, now and then two at once, and waits until they may leave with it. */
  private async attach(part: Parcel['part'], officers: readonly [Officer, Officer]): Promise<boolean> {
    const exchange = this.at?.id;
    if (exchange === undefined || this.random.next() >= FILES) return true;
    const [first] = officers;
    const some = this.random.next() < RACES ? officers : [first];
    await Promise.all(some.map((officer) => this.porter.attach(officer, exchange, part)));
    await this.porter.waitForQuarantine(first, exchange);
    return true;
  }

  /** One officer does it, or two at once to the version both see: then one of them must be told so. */
  private async step(
    operation: OperationName,
    [first, second]: readonly [Officer, Officer],
    inputOf: () => object,
  ): Promise<boolean> {
    const seen = this.at;
    if (seen === null) return false;
    const wish = (): Wish => {
      const input = inputOf();
      const marker = 'nationalFileNumber' in input ? String(input.nationalFileNumber) : null;
      return {
        operation,
        exchange: seen.id,
        base: seen.version,
        ...(marker === null ? {} : { marker }),
        input: { ...seen, ...input },
      };
    };
    const officers = this.random.next() < RACES ? [first, second] : [first];
    const ends = await Promise.all(officers.map((officer) => this.desk.do(officer, wish())));
    const done = ends.filter((end) => end?.type === 'ok');
    if (this.random.next() < READS) await this.desk.read(first, seen.id);
    return this.goOn(done);
  }

  private goOn(done: readonly Acknowledged[]): boolean {
    const [end] = done.toSorted((one, other) => other.version - one.version);
    if (end === undefined) return false;
    this.at = { id: end.exchange, version: end.version };
    return true;
  }
}
