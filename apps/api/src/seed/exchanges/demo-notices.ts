import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NoticesService } from '../../exchanges';
import type { SeedClock } from '../seed-clock';
import type { Seeding } from '../seeding';
import { workedDaysBefore } from './demo-calendar';
import type { DemoOfficers } from './demo-officers';
import { DemoProgressRepository } from './demo-progress.repository';

const LOOK_MS = 100;
const LOOKS = 300;
/** Offices read their notices at different paces: all they were told until so many working days ago is seen. */
const UNSEEN_DAYS = 2;
const PACES = 5;

/** Waits until the other sides were told of every move; what still waits after half a minute the worker will tell. */
export const whenDelivered = async ({ acts, actor, database }: Seeding): Promise<void> => {
  const progress = new DemoProgressRepository(database);
  for (let look = 0; look < LOOKS; look += 1) {
    if (!(await acts.look(actor, () => progress.isDelivering()))) return;
    await sleep(LOOK_MS);
  }
};

/** Lets the officers of each unit see most of what they were told, and the latest not yet. */
export const readNotices = async (
  app: INestApplicationContext,
  clock: SeedClock,
  { officers, today }: { readonly officers: DemoOfficers; readonly today: string },
  units: readonly string[],
): Promise<void> => {
  const days = workedDaysBefore(today, UNSEEN_DAYS + PACES);
  for (const [at, unit] of units.entries()) {
    const instant = new Date(`${days[UNSEEN_DAYS + (at % PACES)] ?? today}T14:00:00Z`);
    const reader = officers.caseworker(unit, 0);
    await clock.at(instant, () =>
      app.get(NoticesService).markSeen(reader, instant, `demonstration-notices-${unit}`),
    );
  }
};
