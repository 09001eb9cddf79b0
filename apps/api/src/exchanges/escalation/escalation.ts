import { Injectable } from '@nestjs/common';
import { COUNTRIES, type Country } from '@soc-coop/contracts';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { systemActor } from '../../platform/context';
import { UnitOfWork } from '../../platform/database';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { NoticeRepository } from '../notices/notice.repository';
import { noticesOf } from './escalation-notices';
import { EscalationRepository } from './escalation.repository';
import { type StepRange, stepsOf } from './escalation-steps';

const ESCALATION = systemActor('escalation');
/** Cases told in one transaction: killed in the middle, a run loses at most this much work and repeats none. */
const BATCH = 100;

/**
 * Tells, on working days of the replier's country, that a deadline is near or over. What is told is kept with the case,
 * the due day and the step as its key, in the transaction of the notices: nobody hears it twice and nobody misses it.
 */
@Injectable()
export class Escalation {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: DeadlinesService,
    private readonly repository: EscalationRepository,
    private readonly notices: NoticeRepository,
    private readonly clock: Clock,
  ) {}

  /** Tells everything that has to be told now; gives how many steps were told. */
  async run(): Promise<number> {
    let told = 0;
    for (const country of COUNTRIES) told += await this.runIn(country);
    return told;
  }

  private async runIn(country: Country): Promise<number> {
    const today = this.deadlines.today(country);
    const calendar = await this.unitOfWork.run(ESCALATION, () => this.deadlines.calendar(country));
    if (!calendar.isWorkingDay(today)) return 0;
    let told = 0;
    for (const range of stepsOf(calendar, today)) {
      let batch = BATCH;
      while (batch === BATCH) {
        batch = await this.tell(country, range, today);
        told += batch;
      }
    }
    return told;
  }

  private async tell(country: Country, range: StepRange, today: string): Promise<number> {
    const waiting = await this.unitOfWork.run(ESCALATION, () =>
      this.repository.untold(country, range, today, BATCH),
    );
    // An act that does nothing would fill the audit trail every hour.
    if (waiting.length === 0) return 0;
    return this.acts.perform(ESCALATION, { action: 'escalation.run' }, async (note) => {
      const cases = await this.repository.untold(country, range, today, BATCH);
      const at = this.clock.now();
      const kept = await this.repository.keep(cases, range, at);
      const fresh = cases.filter(({ id }) => kept.has(id));
      const coordination =
        range.step === 'LONG_OVERDUE' ? await this.repository.coordinationOf(country, today) : [];
      await this.notices.addAll(fresh.flatMap((item) => noticesOf(item, range.step, coordination, at)));
      note.detail({ country, step: range.step, exchanges: fresh.map(({ id }) => id) });
      return cases.length;
    });
  }
}
