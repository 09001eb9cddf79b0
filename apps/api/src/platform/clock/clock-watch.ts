import { Injectable } from '@nestjs/common';
import { Logger } from '../log';
import { Clock } from './clock';

/** Two machines kept by NTP are milliseconds apart; pg-boss complains at the same minute. */
const TOLERANCE_MS = 60_000;

const isNear = (ms: number): boolean => Math.abs(ms) <= TOLERANCE_MS;

/** Work that acts by the clock was asked for while the clock is known to be wrong. */
export class ClockWrong extends Error {
  override readonly name = 'ClockWrong';
}

/**
 * Holds the clock of this process against that of the database. One of the two is wrong where they are far apart, and
 * nobody can say which: an operator is told, and what would delete or remind by the clock waits.
 */
@Injectable()
export class ClockWatch {
  private apart = 0;

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** How far this process is ahead of the database, in seconds; negative where it is behind. */
  get aheadSeconds(): number {
    return this.apart / 1000;
  }

  get isRight(): boolean {
    return isNear(this.apart);
  }

  /** The process's time before the database was asked; give it back with the answer. */
  now(): number {
    return this.clock.now().getTime();
  }

  /**
   * Takes what the database said its time was, asked between two instants of this process. An answer that took long
   * proves little: what the waiting itself could explain is not held against the clock.
   */
  compare(asked: number, database: Date, answered: number): void {
    const before = this.apart;
    const said = database.getTime();
    if (said < asked) this.apart = asked - said;
    else this.apart = said > answered ? answered - said : 0;
    if (isNear(before) === isNear(this.apart)) return;
    if (isNear(this.apart)) this.logger.info('clock and database agree again');
    else this.logger.failure(this.wrong());
  }

  /** @throws ClockWrong while the clock is known to be wrong */
  require(): void {
    if (!this.isRight) throw this.wrong();
  }

  private wrong(): ClockWrong {
    const seconds = Math.round(Math.abs(this.aheadSeconds));
    const way = this.apart > 0 ? 'ahead of' : 'behind';
    return new ClockWrong(`the clock of this machine is ${seconds} s ${way} that of the database`);
  }
}
