import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BusyPlace } from '../clients/busy-place';
import { HalfUpload } from '../clients/half-upload';
import { askForJobs, jobStates, press, workToday } from '../faults/reminders';
import type { Problem } from '../history/facts';
import { until } from '../servers/patience';
import type { Postgres } from '../servers/postgres';
import type { Scenario } from './scenario';
import { checkBack, whileWorking, type Working } from './working';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 40_000;
/** How soon a wrong clock must be told; how far the told figure may be off. */
const TOLD_MS = 5_000;
const ABOUT_MS = 60_000;
/** Two days ahead, then an hour behind. */
const JUMPS = [48 * HOUR_MS, -HOUR_MS] as const;
/** What deletes or reminds by the clock. */
const BY_CLOCK = ['escalation', 'housekeeping', 'file-housekeeping'] as const;
const WAITING_CASES = 4;
const AT_ONCE = 4;

const problem = (detail: string): Problem => ({
  rule: 'nothing is deleted early, and the clock is told',
  detail,
});

/** One trial of clocks that jump. */
class WrongClock {
  readonly problems: Problem[] = [];

  constructor(
    private readonly postgres: Postgres,
    private readonly working: Working,
    private readonly file: string,
  ) {}

  async run(): Promise<{ readonly problems: readonly Problem[]; readonly figures: Record<string, number> }> {
    const { crowd, crew, log, work } = this.working;
    await work(20, PATIENCE_MS);
    await crowd.walkTo('SEND', WAITING_CASES);
    const [draft = ''] = await crowd.walkTo('SAVE', 1);
    const upload = new HalfUpload(crew.requesters[0], draft, log);
    await upload.begin();
    await this.ask(workToday);
    const busy = new BusyPlace(this.working.house.portOf);
    await this.jump(JUMPS[0], () => busy.begin());
    await this.jump(JUMPS[1]);
    const told = await this.comeRight();
    if (!(await upload.finish())) this.problems.push(problem('an upload begun an hour ago was gone'));
    const seconds = await busy.waitsTooLong();
    if (seconds !== null)
      this.problems.push({
        rule: 'the service comes back by itself, and soon',
        detail: `who asked too often is to wait for ${seconds} s`,
      });
    await this.goOn('with the right clock again');
    return { problems: this.problems, figures: { 'steps told once the clock was right': told } };
  }

  /** The clock is wrong: it is told, nothing is done by it, and everything else goes on. */
  private async jump(
    wrongBy: number,
    meanwhile: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const what = `with a clock wrong by ${wrongBy / HOUR_MS} h`;
    await this.set(wrongBy);
    await meanwhile();
    await this.ask(press);
    const jobs = await this.ask((client) => askForJobs(client, BY_CLOCK));
    await this.ended(jobs);
    const states = await this.ask((client) => jobStates(client, jobs));
    if (states.includes('completed')) this.problems.push(problem(`${what} a job by the clock was done`));
    await this.goOn(what);
  }

  /** The clock is right: every job is asked for several times, and two processes work at them. */
  private async comeRight(): Promise<number> {
    await this.set(0);
    await this.ask(press);
    const jobs = await this.ask((client) => askForJobs(client, BY_CLOCK, AT_ONCE));
    await this.ended(jobs);
    const states = await this.ask((client) => jobStates(client, jobs));
    if (states.some((state) => state !== 'completed'))
      this.problems.push(problem(`with the right clock the jobs ended ${[...new Set(states)].join(', ')}`));
    const told = await this.ask(async (client) => {
      const { rows } = await client.query<{ told: number }>('select count(*)::int as told from escalation');
      return rows[0]?.told ?? 0;
    });
    if (told === 0) this.problems.push(problem('no deadline was told, though all were over'));
    return told;
  }

  /** Moves the clocks, and waits until every process has found out. */
  private async set(wrongBy: number): Promise<void> {
    const { fault, house } = this.working;
    fault(`the clock is wrong by ${wrongBy / HOUR_MS} h`);
    writeFileSync(this.file, String(wrongBy));
    for (const process of house.worker === null ? house.webs : [...house.webs, house.worker])
      await until('the alarm', TOLD_MS, async () => {
        const ahead = await process.figure('soc_clock_ahead_seconds');
        return ahead !== null && Math.abs(ahead * 1000 - wrongBy) < ABOUT_MS;
      }).catch(() => {
        this.problems.push(
          problem(`a process has not told that its clock is wrong by ${wrongBy / HOUR_MS} h`),
        );
      });
  }

  private async ended(jobs: readonly string[]): Promise<void> {
    const over = async (): Promise<boolean> => {
      const states = await this.ask((client) => jobStates(client, jobs));
      return states.every((state) => state !== 'created' && state !== 'active');
    };
    await until('the jobs', PATIENCE_MS, over, 200).catch(() => undefined);
  }

  /** Sessions that are over by the new clock are begun anew; nothing else may stop the work. */
  private async goOn(what: string): Promise<void> {
    this.problems.push(...checkBack(what, await this.working.work(20, PATIENCE_MS), PATIENCE_MS));
  }

  private async ask<T>(work: Parameters<typeof this.postgres.ask<T>>[1]): Promise<T> {
    return this.postgres.ask(this.working.house.database, work);
  }
}

/** The clocks of the product's processes jump while the database keeps its own. */
export const wrongClock: Scenario = {
  name: 'wrong-clock',
  title:
    'a clock that jumps two days ahead and an hour back is told, deletes and reminds of nothing, and no step is told twice',
  file: 'apps/chaos/src/scenarios/wrong-clock.ts',
  alone: false,
  run: (stage) => {
    const file = join(stage.settings.home, 'clock');
    writeFileSync(file, '0');
    const order = {
      name: 'wrong-clock',
      webs: 1,
      // Two processes at the same jobs.
      worker: 'beside',
      preload: join(__dirname, '..', 'faults', 'preload', 'clock.js'),
      env: { CHAOS_CLOCK_FILE: file },
    } as const;
    return whileWorking(stage, order, (working) => new WrongClock(stage.postgres, working, file).run());
  },
};
