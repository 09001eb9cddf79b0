import { join } from 'node:path';
import { seededRandom } from '@soc-coop/testing';
import type { Crew } from '../clients/case-walk';
import { Crowd, makeCrew } from '../clients/crowd';
import type { Manners } from '../clients/desk';
import type { Problem } from '../history/facts';
import { HistoryLog } from '../history/log';
import { until } from '../servers/patience';
import { judge } from './judge';
import { AnswerRecord } from './record';
import type { Ending } from './scenario';
import { type House, type HouseOrder, openHouse, type Stage } from './stage';

const SETTLING_MS = 30_000;
const PATIENT: Manners = { hangsUp: 0, sendsTwice: 0 };

/** Clients at work, for whatever is done to their product meanwhile. */
export interface Working {
  readonly house: House;
  readonly crew: Crew;
  readonly crowd: Crowd;
  readonly log: HistoryLog;
  readonly record: AnswerRecord;
  /** Waits until so many more operations were acknowledged; gives the milliseconds, or null where they never were. */
  readonly work: (operations: number, patienceMs: number) => Promise<number | null>;
  readonly fault: (what: string) => void;
}

/** What a trial found beside what the checker finds. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly figures?: Readonly<{ [name: string]: number }>;
}

/** How many work, and where they send what they ask; usually straight to the processes. */
export interface WorkOrder extends HouseOrder {
  readonly clients?: number;
  readonly portOf?: (house: House) => Promise<() => number>;
}

/** Opens a house, lets clients work in it during a trial, lets everything settle and judges. */
export const whileWorking = async (
  stage: Stage,
  order: WorkOrder,
  trial: (working: Working) => Promise<Findings>,
): Promise<Ending> => {
  const { settings, postgres } = stage;
  const house = await openHouse(stage, order);
  try {
    const log = new HistoryLog(join(settings.home, `${order.name}.jsonl`));
    const record = new AnswerRecord();
    const portOf = (await order.portOf?.(house)) ?? house.portOf;
    const crew = await makeCrew(portOf, record.witness);
    const crowd = new Crowd(crew, log, seededRandom(settings.seed), {
      clients: order.clients ?? 8,
      manners: PATIENT,
    });
    const work = async (operations: number, patienceMs: number): Promise<number | null> => {
      const started = performance.now();
      const wanted = log.acknowledged + operations;
      return until('work', patienceMs, () => log.acknowledged >= wanted, 10).then(
        () => Math.round(performance.now() - started),
        () => null,
      );
    };
    const fault = (what: string): void => {
      log.add({ type: 'fault', what });
    };
    const found = await trial({ house, crew, crowd, log, record, work, fault });
    await crowd.settle(SETTLING_MS);
    const judged = await judge(postgres, house.database, log, () => crowd.collect());
    return {
      problems: [...found.problems, ...judged.problems],
      figures: { ...judged.figures, ...found.figures },
    };
  } finally {
    await house.close();
  }
};

/** Whether work went on within the time that is promised. */
export const checkBack = (what: string, tookMs: number | null, promisedMs: number): readonly Problem[] =>
  tookMs !== null && tookMs <= promisedMs
    ? []
    : [
        {
          rule: 'the service comes back by itself, and soon',
          detail: `${what}: ${tookMs === null ? 'not at all' : `only after ${tookMs} ms`}`,
        },
      ];
