import type { INestApplicationContext } from '@nestjs/common';
import { addDays, weekdayOf } from '@soc-coop/domain';
import { CloseExchange, DraftsService, ExchangesService, ReplyMoves, SendExchange } from '../../exchanges';
import type { StaffActor } from '../../platform/context';
import type { SeedClock } from '../seed-clock';
import { answerContent, requestContent, subjectBlock } from './demo-contents';
import { type DemoScenario, type DemoStep, SCENARIOS } from './demo-scenarios';

/** Who works for an office of the demonstration, by county or district. */
export type OfficerOf = (territory: string) => StaffActor;

const SATURDAY = 6;
/** Residence is asked for the year before the request. */
const PERIOD_DAYS = 365;
/** How long ago a person is said to have moved. */
const SINCE_DAYS = 240;

/** Offices do not work on weekends: what falls on one happened on the Friday before. */
const workday = (day: string): string => {
  const weekday = weekdayOf(day);
  return weekday < SATURDAY ? day : addDays(day, SATURDAY - 1 - weekday);
};

/** Which version of which exchange a move is made on, under which key. */
interface MoveKey {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

const reasonOf = (step: { readonly reason: string; readonly note?: string }) => ({
  reasonCode: step.reason,
  note: step.note ?? null,
});

/** Plays the scenarios through the same services officers use, with the clock set back. */
export class ExchangeSeeder {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SeedClock,
    private readonly officerOf: OfficerOf,
    private readonly today: string,
  ) {}

  /** Loads every scenario; keys make a second run repeat nothing. */
  async run(): Promise<number> {
    const oldestFirst = SCENARIOS.map((scenario, at) => ({ scenario, key: `demo-exchange-${at + 1}` })).sort(
      (a, b) => b.scenario.daysAgo - a.scenario.daysAgo,
    );
    for (const { scenario, key } of oldestFirst) await this.play(scenario, key);
    this.clock.reset();
    return oldestFirst.length;
  }

  private async play(scenario: DemoScenario, key: string): Promise<void> {
    const opened = addDays(this.today, -scenario.daysAgo);
    this.at(opened, key, 0);
    const id = await this.app.get(DraftsService).open(this.officerOf(scenario.from), {
      idempotencyKey: `${key}-open`,
      type: 'EX02',
      replyingUnit: this.officerOf(scenario.to).unitId,
      urgency: scenario.urgency?.kind ?? 'NORMAL',
      urgencyReason: scenario.urgency?.why ?? null,
      content: requestContent(scenario, addDays(opened, -PERIOD_DAYS), opened),
      subject: subjectBlock(scenario.person),
    });
    for (const [index, step] of scenario.steps.entries()) {
      this.at(addDays(opened, step.day), key, index + 1);
      await this.make(scenario, step, id, `${key}-${step.move}`);
    }
  }

  private async make(scenario: DemoScenario, step: DemoStep, id: string, key: string): Promise<void> {
    const asks = step.move === 'SEND' || step.move === 'CLOSE';
    const officer = this.officerOf(asks ? scenario.from : scenario.to);
    const { row } = await this.app.get(ExchangesService).get(officer, id);
    await this.move(scenario, step, officer, { id, version: row.version, idempotencyKey: key });
  }

  private async move(
    scenario: DemoScenario,
    step: DemoStep,
    officer: StaffActor,
    input: MoveKey,
  ): Promise<string> {
    switch (step.move) {
      case 'SEND':
        return this.app.get(SendExchange).send(officer, input);
      case 'ACCEPT':
        return this.app.get(ReplyMoves).accept(officer, input);
      case 'REFUSE':
        return this.app.get(ReplyMoves).refuse(officer, { ...input, ...reasonOf(step) });
      case 'ANSWER': {
        const since = addDays(this.today, -scenario.daysAgo - SINCE_DAYS);
        const answer = answerContent(scenario, step.found, since);
        return this.app.get(ReplyMoves).answer(officer, { ...input, ...answer });
      }
      case 'CLOSE':
        return this.app.get(CloseExchange).close(officer, { ...input, ...reasonOf(step) });
    }
  }

  /** Sets the clock to office hours of a working day, a little later for each step; never to the future. */
  private at(day: string, key: string, step: number): void {
    const minutes = (Number(key.replace(/\D/g, '')) * 7 + step * 41) % 360;
    const instant = new Date(`${workday(day)}T07:10:00Z`).getTime() + minutes * 60_000;
    this.clock.set(new Date(Math.min(instant, Date.now())));
  }
}
