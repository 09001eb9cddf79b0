import { COUNTRIES, type Country, type Urgency } from '@soc-coop/contracts';
import type { IsoDate } from '@soc-coop/domain';
import { instantsOn, workedDaysBefore } from './demo-calendar';
import { DEMO_PERSONS, type DemoPerson } from './demo-persons';
import {
  FOUR_EYES_PLOTS,
  HOME,
  HOME_PLOTS,
  NEIGHBOURS,
  POOL,
  reversed,
  type Route,
  ROUTES,
} from './demo-plan';
import { LOOK_BACK, type Plot, type PlotName, type PlotStep, PLOTS, type StoryStep } from './demo-plots';
import { Chance } from './chance';
import { pickOf } from './demo-words';

/** The types the demonstration plays. */
export type DemoType = 'EX02' | 'EX03' | 'EX11';

/** A step of a case with the instant it was made at. */
export interface DemoStep {
  readonly step: StoryStep;
  readonly at: Date;
  readonly day: IsoDate;
}

/** One case, told to the end. */
export interface DemoCase {
  /** Begins the idempotency keys of its steps: by it a seed that was killed knows how far it came. */
  readonly key: string;
  /** Which case it is; texts and persons are picked by it. */
  readonly turn: number;
  readonly plot: PlotName;
  readonly type: DemoType;
  readonly from: string;
  readonly to: string;
  /** Where it is forwarded to, if it is. */
  readonly next: string;
  /** Null where the request is about no one. */
  readonly person: DemoPerson | null;
  readonly urgency: Urgency;
  readonly steps: readonly DemoStep[];
}

/** The country of a unit: its code begins with it. */
export const countryOf = (unit: string): Country => (unit.startsWith('RO') ? 'RO' : 'BG');

const SEED = 1119;
/** Begins the idempotency keys of all cases. */
export const CASE_KEY = 'demonstration-case';
const TYPES: readonly DemoType[] = ['EX02', 'EX03', 'EX02', 'EX11', 'EX02', 'EX03', 'EX02'];
/** Working days to answer by the annex of the agreement, and to accept. */
const TERMS: Readonly<Record<DemoType, number>> = { EX02: 15, EX03: 20, EX11: 20 };
const URGENT_TERM = 5;
const ACCEPT_TERM = 5;
/** Gaps this long vary by a day, so that not every case takes equally long. */
const VARIED_GAP = 3;

/** Every so many cases are about somebody who was asked about before. */
const ASKED_AGAIN_EVERY = 12;

interface Planned extends Route {
  readonly plot: PlotName;
}

const planned = (chance: Chance): readonly Planned[] => {
  const pool = chance.shuffle(POOL.flatMap(([plot, times]) => Array.from({ length: times }, () => plot)));
  return [
    ...HOME_PLOTS.map((plot) => ({ ...HOME, plot })),
    ...HOME_PLOTS.map((plot) => ({ ...reversed(HOME), plot })),
    ...pool.map((plot, at) => ({ ...pickOf(ROUTES, at), plot })),
    ...FOUR_EYES_PLOTS.map(([route, plot]) => ({ ...route, plot })),
  ];
};

/** Where a unit asks for a second officer, nothing leaves it before that officer has seen it. */
const withApproval = (
  steps: readonly PlotStep[],
  { from, to, next }: Pick<DemoCase, 'from' | 'to' | 'next'>,
  fourEyes: readonly string[],
): readonly PlotStep[] => {
  let replier = to;
  return steps.flatMap(({ step, gap }): PlotStep[] => {
    if (step === 'FORWARD') replier = next;
    if (step === 'SEND' && fourEyes.includes(from))
      return [
        { step: 'SUBMIT', gap },
        { step: 'APPROVE', gap: 1 },
        { step, gap: 0 },
      ];
    if (step === 'CORRECT_REQUEST' && fourEyes.includes(from))
      return approvedAfter('SUBMIT_CORRECTED_REQUEST', 'APPROVE_CORRECTED_REQUEST', gap);
    if (step === 'CORRECT_ANSWER' && fourEyes.includes(replier))
      return approvedAfter('SUBMIT_CORRECTED_ANSWER', 'APPROVE_CORRECTED_ANSWER', gap);
    const submit = SUBMITTED[step];
    return submit !== undefined && fourEyes.includes(replier)
      ? [
          { step: submit, gap: gap - 1 },
          { step: 'APPROVE_ANSWER', gap: 1 },
          { step, gap: 0 },
        ]
      : [{ step, gap }];
  });
};

/** A correction is submitted a day before it is due, and leaves when it is approved. */
const approvedAfter = (submit: StoryStep, approve: StoryStep, gap: number): PlotStep[] => [
  { step: submit, gap: gap - 1 },
  { step: approve, gap: 1 },
];

const SUBMITTED: Readonly<Partial<Record<StoryStep, StoryStep>>> = {
  ANSWER_FULL: 'SUBMIT_ANSWER_FULL',
  ANSWER_PART: 'SUBMIT_ANSWER_PART',
  ANSWER_NEG: 'SUBMIT_ANSWER_NEG',
};

const termOf = ({ steps }: Plot, type: DemoType, urgency: Urgency): number => {
  if (steps.at(-1)?.step === 'SEND') return ACCEPT_TERM;
  return urgency === 'URGENT' ? URGENT_TERM : TERMS[type];
};

/** How many working days ago each step was made, the first one first. */
const offsets = (steps: readonly PlotStep[], last: number): readonly number[] => {
  const back = steps.map((_, at) => steps.slice(at + 1).reduce((sum, { gap }) => sum + gap, last));
  if ((back[0] ?? 0) > LOOK_BACK) throw new RangeError('a case is older than the demonstration');
  return back;
};

/** The whole demonstration as it looks on a day: the same for the same day. */
export class DemoStory {
  private readonly chance = new Chance(SEED);
  private readonly days: readonly IsoDate[];
  /** How many persons of each country were asked about so far. */
  private readonly met: Record<Country, number> = { RO: 0, BG: 0 };

  constructor(
    today: IsoDate,
    private readonly fourEyes: readonly string[],
  ) {
    this.days = workedDaysBefore(today, LOOK_BACK);
  }

  /** Every case. */
  cases(): readonly DemoCase[] {
    return planned(this.chance).map((plan, turn) => this.told(plan, turn));
  }

  private told({ from, to, plot }: Planned, turn: number): DemoCase {
    const type = pickOf(TYPES, turn);
    const next = NEIGHBOURS[to] ?? to;
    const urgency = turn % 9 === 4 ? 'URGENT' : 'NORMAL';
    const steps = this.dated(PLOTS[plot], { type, urgency, from, to, next }, turn);
    return {
      key: `${CASE_KEY}-${String(turn + 1).padStart(3, '0')}`,
      turn,
      plot,
      type,
      from,
      to,
      next,
      urgency,
      steps,
      person: type === 'EX11' ? null : this.personOf(turn),
    };
  }

  private dated(
    plot: Plot,
    head: Pick<DemoCase, 'type' | 'urgency' | 'from' | 'to' | 'next'>,
    turn: number,
  ): readonly DemoStep[] {
    const varied = plot.steps.map(({ step, gap }) => ({
      step,
      gap: gap < VARIED_GAP ? gap : gap + this.chance.integer(-1, 1),
    }));
    const steps = withApproval(varied, head, this.fourEyes);
    const back = offsets(steps, this.lastOf(plot, steps, head));
    const days = back.map((offset) => this.days[offset] ?? '');
    const instants = instantsOn(days, turn);
    return steps.map(({ step }, at) => ({ step, day: days[at] ?? '', at: instants[at] ?? new Date(0) }));
  }

  private lastOf(
    plot: Plot,
    steps: readonly PlotStep[],
    { type, urgency }: Pick<DemoCase, 'type' | 'urgency'>,
  ): number {
    if ('pastDue' in plot.age) {
      const [from, to] = plot.age.pastDue;
      return termOf(plot, type, urgency) + this.chance.integer(from, to);
    }
    const [from, to] = plot.age.ago;
    const span = steps.reduce((sum, { gap }) => sum + gap, 0);
    return this.chance.integer(from, Math.min(to, LOOK_BACK - span));
  }

  /** Somebody else each time, from one of the two countries; now and then somebody an office has asked about before. */
  private personOf(turn: number): DemoPerson {
    const country = pickOf(COUNTRIES, Math.floor(turn / 2));
    const again = turn % ASKED_AGAIN_EVERY === 0 && this.met[country] > 0;
    if (!again) this.met[country] += 1;
    return pickOf(DEMO_PERSONS[country], this.met[country] - 1);
  }
}
