import type { SeedClock } from '../seed-clock';
import type { CasePlayer } from './case-player';
import type { DemoCase } from './demo-cases';

/** Offices that write at the same time; more would only wait for the database. */
const AT_ONCE = 4;

/** Hears of each case that is told. */
export type Told = (count: number) => void;

/** When a case got its number, or was opened: the order in which an office numbers its cases. */
const numberedAt = ({ steps }: DemoCase): number => {
  const numbered = steps.find(({ step }) => step === 'SEND') ?? steps[0];
  return numbered?.at.getTime() ?? 0;
};

/**
 * The cases of each office, in the order of their numbers. Offices do not wait for each other: their numbers and
 * cases are their own.
 */
const byOffice = (cases: readonly DemoCase[]): readonly (readonly DemoCase[])[] => {
  const offices = Map.groupBy(cases, ({ from }) => from);
  return [...offices.values()]
    .map((own) => own.toSorted((one, other) => numberedAt(one) - numberedAt(other)))
    .sort((one, other) => other.length - one.length);
};

/** Plays the demonstration cases with the clock set back, several offices at once. */
export class ExchangeSeeder {
  private count = 0;

  constructor(
    private readonly player: CasePlayer,
    private readonly clock: SeedClock,
    private readonly told: Told,
  ) {}

  /**
   * Plays what is not played yet.
   * @param made the exchanges of the steps that were made before, by the keys of the steps
   */
  async run(cases: readonly DemoCase[], made: ReadonlyMap<string, string>): Promise<void> {
    const offices = byOffice(cases).values();
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (const office of offices) await this.playOffice(office, made);
    });
    await Promise.all(workers);
  }

  private async playOffice(office: readonly DemoCase[], made: ReadonlyMap<string, string>): Promise<void> {
    for (const story of office) {
      await this.play(story, made);
      this.count += 1;
      this.told(this.count);
    }
  }

  /** Steps are made in their order, so the first one without a fact is where a killed seed stopped. */
  private async play(story: DemoCase, made: ReadonlyMap<string, string>): Promise<void> {
    let id = made.get(`${story.key}-0`) ?? '';
    for (const [at, { at: instant }] of story.steps.entries()) {
      if (made.has(`${story.key}-${at}`)) continue;
      await this.clock.at(instant, async () => {
        if (at === 0) id = await this.player.open(story);
        else await this.player.make(story, at, id);
      });
    }
  }
}
