import type { Browser } from 'playwright-core';
import { type Row, unitId } from './api/first-case';
import { LIST } from './api/operations';
import { type Caller } from './api/caller';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import type { Language } from './pages/reader';
import { story } from './pages/story';

jest.setTimeout(240_000);

let browser: Browser;
let constanta: Caller;
let dobrich: Caller;
let auditor: Caller;
let administrator: Caller;
beforeAll(async () => {
  browser = await launchBrowser();
  [constanta, dobrich, auditor, administrator] = await Promise.all([
    signIn(PEOPLE.elena),
    signIn(PEOPLE.maria),
    signIn(PEOPLE.krasimir),
    signIn(PEOPLE.desislava),
  ]);
});
afterAll(async () => {
  await browser.close();
});

const idOf = async (list: string): Promise<string> => {
  const answer = await constanta.ask<Record<string, { nodes: { id: string }[] }>>(
    `{ ${list} { nodes { id } } }`,
  );
  return Object.values(answer)[0]?.nodes[0]?.id ?? '';
};

/** The oldest case between Constanța and Dobrich in a state: one of the demonstration's. */
const oldestIn = async (state: string): Promise<string> => {
  const filter = { state, unit: await unitId(constanta, 'BG-RDSA-DOB') };
  const { exchanges } = await constanta.ask<{ exchanges: { nodes: Row[] } }>(LIST, {
    queue: 'ALL',
    filter,
    first: 100,
  });
  return exchanges.nodes.at(-1)?.id ?? '';
};

/** A case of an officer's own list, where they are on a side of it. */
const ownIn = async (officer: Caller, queue: string, state: string, side: string): Promise<string> => {
  const { exchanges } = await officer.ask<{ exchanges: { nodes: Row[] } }>(LIST, {
    queue,
    filter: { state },
    first: 100,
  });
  const found = exchanges.nodes.find((row) => row.side === side);
  if (found === undefined) throw new Error(`There is no case in ${state} on the side ${side}.`);
  return found.id;
};

/** The main pages as the documentation shows them; SCREENS=1 keeps the pictures in docs/screens. */
it.each<[Language, () => Caller]>([
  ['ro', () => constanta],
  ['bg', () => dobrich],
])('the main pages stand still for a picture: %s', (language, officer) =>
  story(browser, async (open) => {
    const stranger = await open(language, { width: 1440 });
    await stranger.goTo('sign-in');
    await stranger.picture('sign-in');

    const reader = await open(language, { width: 1440 });
    await reader.bring(officer());
    await reader.goTo(`exchanges/${await oldestIn('CLOSED')}/print`);
    await reader.picture('print');
    const both = { ro: 'Bilingv', bg: 'Двуезично', en: 'Both languages' }[language];
    for (const [name, path] of [
      ['work', 'work'],
      ['new-exchange', 'exchanges/new'],
      ['agreement', `agreements/${await idOf('agreements(first: 1)')}`],
      ['trainings', 'trainings'],
      ['training', `trainings/sessions/${await idOf('trainingSessions(first: 1)')}`],
      ['units', 'institutions'],
      ['unit', `institutions/${await unitId(constanta, 'BG-RDSA-DOB')}`],
      ['profile', 'profile'],
      ['search', 'search?state=ANSWERED'],
      ['notices', 'notices'],
      ['all-exchanges', 'exchanges'],
      ['draft', `exchanges/${await ownIn(officer(), 'DRAFTS', 'DRAFT', 'REQUESTER')}/draft/questions`],
      ['answer', `exchanges/${await ownIn(officer(), 'ALL', 'ACCEPTED', 'REPLIER')}/answer`],
      ['certificates', 'trainings/certificates'],
    ] as const) {
      await reader.goTo(path);
      await reader.picture(name);
    }
    for (const [name, state] of [
      ['case', 'ACCEPTED'],
      ['case-answered', 'ANSWERED'],
    ] as const) {
      await reader.goTo(`exchanges/${await oldestIn(state)}`);
      await reader.page.getByText(both, { exact: true }).first().click();
      await reader.check(`${name}, both languages`);
      await reader.picture(name);
    }

    const control = await open(language, { width: 1440 });
    await control.bring(auditor);
    await control.goTo('audit');
    await control.picture('audit');

    const office = await open(language, { width: 1440 });
    await office.bring(administrator);
    for (const [name, path] of [
      ['admin-calendar', 'administration/calendar'],
      ['admin-people', 'administration/people'],
    ] as const) {
      await office.goTo(path);
      await office.picture(name);
    }
  }),
);
