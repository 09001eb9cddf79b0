import { setTimeout as sleep } from 'node:timers/promises';
import { type SeededRandom, seededRandom } from '@soc-coop/testing';
import type { OperationName } from '../history/events';
import type { HistoryLog } from '../history/log';
import { type Crew, CaseWalk } from './case-walk';
import { collectFiles } from './collect';
import { Desk, type Manners } from './desk';
import { UNIT } from './documents';
import { ELENA, IVAN, MARIA, Officer, type Witness } from './officer';
import { Porter } from './porter';

const REPLYING_UNIT = 'BG-RDSA-DOB';

/** Signs the officers in and finds the unit they write to. */
export const makeCrew = async (portOf: () => number, witness?: Witness): Promise<Crew> => {
  const crew = {
    requesters: [new Officer(ELENA, portOf, witness), new Officer(ELENA, portOf, witness)],
    repliers: [new Officer(MARIA, portOf, witness), new Officer(IVAN, portOf, witness)],
  } as const;
  for (const officer of [...crew.requesters, ...crew.repliers]) await officer.signIn();
  const heard = await crew.requesters[0].graphql(UNIT, { code: REPLYING_UNIT });
  if (heard.kind !== 'answer') throw new Error(`the units cannot be read: ${heard.why}`);
  const { data } = JSON.parse(heard.text) as { data?: { unitByCode?: { id: string } | null } };
  if (!data?.unitByCode) throw new Error(`there is no unit ${REPLYING_UNIT}: ${heard.text}`);
  return { ...crew, replyingUnit: data.unitByCode.id };
};

/** Clients that walk cases side by side, one after the other, until they are told to stop. */
export class Crowd {
  private going = true;
  private readonly desk: Desk;
  private readonly porter: Porter;
  private readonly walks: Promise<void>[];
  private readonly own: SeededRandom;

  constructor(
    private readonly crew: Crew,
    private readonly log: HistoryLog,
    random: SeededRandom,
    { clients, manners }: { readonly clients: number; readonly manners: Manners },
  ) {
    this.own = seededRandom(random.integer(1, 1e9));
    this.desk = new Desk(log, seededRandom(random.integer(1, 1e9)), manners);
    this.porter = new Porter(this.desk, log, seededRandom(random.integer(1, 1e9)), manners);
    this.walks = Array.from({ length: clients }, () => this.walkOn(seededRandom(random.integer(1, 1e9))));
  }

  /**
   * Lets every walk come to its end, so that what was unknown is settled; after the patience no client tries again,
   * and what is unknown stays so.
   */
  async settle(patienceMs: number): Promise<void> {
    this.going = false;
    const closing = setTimeout(() => {
      this.desk.close();
    }, patienceMs);
    await Promise.all(this.walks);
    clearTimeout(closing);
    this.desk.close();
  }

  /** Walks some cases so far and leaves them there, beside the others; gives those that were opened. */
  async walkTo(last: OperationName, cases: number): Promise<readonly string[]> {
    const walks = Array.from(
      { length: cases },
      () => new CaseWalk(this.desk, this.porter, this.crew, seededRandom(this.own.integer(1, 1e9))),
    );
    await Promise.all(walks.map((walk) => walk.walk(last)));
    return walks.flatMap(({ exchange }) => (exchange === null ? [] : [exchange]));
  }

  /** Reads again every file that was acknowledged. */
  async collect(): Promise<void> {
    const { requesters, repliers } = this.crew;
    await collectFiles([...requesters, ...repliers], this.log);
  }

  private async walkOn(random: SeededRandom): Promise<void> {
    while (this.going) {
      await new CaseWalk(this.desk, this.porter, this.crew, random).walk();
      await sleep(0);
    }
  }
}
