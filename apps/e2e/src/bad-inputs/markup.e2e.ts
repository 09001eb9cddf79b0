import type { Browser, Page } from 'playwright-core';
import type { Caller } from '../api/caller';
import { FirstCase, REQUEST, subjectOf, unitId } from '../api/first-case';
import { SAVE, SAVE_ANSWER } from '../api/operations';
import { PEOPLE, signIn } from '../api/people';
import { launchBrowser } from '../browser';
import { story } from '../pages/story';

jest.setTimeout(240_000);

/** Each would show itself: by an element, by a dialog, by a mark on the window, or as a sum that was done. */
const MARKUP = [
  '<script>window.__run=1;alert(1)</script>',
  '<img src=x onerror="window.__run=1;alert(1)">',
  '"><svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  "{{constructor.constructor('window.__run=1;alert(1)')()}}",
].join(' ');
/** What fits where only a name fits. */
const SHORT = '<img src=x onerror=alert(1)>{{7*7}}';

const ASK = `mutation($input: ReasonedMoveInput!) { step: askClarification(input: $input) { id version state } }`;
const TELL = `mutation($input: ExchangeMoveInput!) { step: answerClarification(input: $input) { id version state } }`;

let browser: Browser;
let elena: Caller;
let maria: Caller;
let one: FirstCase;

const step = async (caller: Caller, query: string, more: object): Promise<void> => {
  const { step: done } = await caller.ask<{ step: { version: number } }>(query, {
    input: { ...one.hold, ...more },
  });
  one.step = { ...one.now, version: done.version };
};

/** A case with markup in every text its officers can write: request, person, question back, reply to it, answer. */
const written = async (): Promise<void> => {
  one = await new FirstCase(elena, maria, 8_451).opened();
  const [family, given] = [`${SHORT} А`, `${SHORT} Б`];
  const input = {
    ...one.hold,
    replyingUnit: await unitId(elena, 'BG-RDSA-DOB'),
    nationalFileNumber: SHORT,
    content: {
      ...REQUEST,
      background: MARKUP,
      address: { country: 'BG', district: SHORT, locality: SHORT, street: SHORT },
    },
    subject: {
      ...subjectOf(one.person),
      ...{ familyName: family, givenName: given, patronymic: SHORT, birthName: SHORT, birthPlace: SHORT },
    },
  };
  const { saveExchangeDraft } = await elena.ask<{ saveExchangeDraft: { version: number } }>(SAVE, { input });
  one.step = { ...one.now, version: saveExchangeDraft.version };
  await (await one.leave()).accept();
  await step(maria, ASK, { reasonCode: '99', note: MARKUP });
  await step(elena, TELL, { note: MARKUP });
  const answers = { Q1: { gap: 'LT', gapNote: MARKUP } };
  await maria.ask(SAVE_ANSWER, { input: { ...one.hold, version: 0, content: { answers } } });
};

beforeAll(async () => {
  [browser, elena, maria] = await Promise.all([launchBrowser(), signIn(PEOPLE.elena), signIn(PEOPLE.maria)]);
  await written();
});
afterAll(() => browser.close());

/** Elements that only the texts could have made, and whether anything of them ran. */
const MADE = `({
  made: [...document.querySelectorAll('[onerror], [onload], img[src="x"], a[href^="javascript:"], script:not([src])')]
    .filter((element) => element.type !== 'application/json').map((element) => element.outerHTML),
  ran: window.__run ?? 0,
  sums: document.body.innerText.includes('49 49 49'),
})`;

interface Found {
  readonly made: readonly string[];
  readonly ran: number;
  readonly sums: boolean;
}

const dialogsOf = (page: Page): string[] => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
};

/** Where somebody reads of a case, and what of its texts stands there for sure. */
interface Place {
  readonly path: () => string;
  readonly by: 'elena' | 'maria';
  readonly shows: () => readonly string[];
}
const ofCase =
  (part = '') =>
  (): string =>
    `exchanges/${one.now.id}${part}`;
const texts = () => [MARKUP, SHORT];
const PLACES: readonly (readonly [string, Place])[] = [
  ['the case, for who asks', { path: ofCase(), by: 'elena', shows: texts }],
  ['the case, for who replies', { path: ofCase(), by: 'maria', shows: texts }],
  ['the answer being written', { path: ofCase('/answer'), by: 'maria', shows: () => [SHORT] }],
  ['the print view', { path: ofCase('/print'), by: 'elena', shows: texts }],
  ['My work', { path: () => 'work?queue=all', by: 'maria', shows: () => [SHORT] }],
  ['the list of cases', { path: () => 'exchanges', by: 'elena', shows: () => [SHORT] }],
  ['the search', { path: () => 'search?state=ACCEPTED', by: 'elena', shows: () => [SHORT] }],
  ['the notices', { path: () => 'notices?list=all', by: 'elena', shows: () => [one.now.number ?? ''] }],
];

it.each(PLACES)('is shown as it was written on %s', (_, { path, by, shows }) =>
  // A window closes with an error where its console showed one: a policy that had to step in is a fault too.
  story(browser, async (open) => {
    const reader = await open(by === 'elena' ? 'ro' : 'bg');
    const dialogs = dialogsOf(reader.page);
    await reader.bring(by === 'elena' ? elena : maria);
    await reader.goTo(path());
    for (const text of shows())
      await reader.page.getByText(text).first().waitFor({ state: 'attached', timeout: 15_000 });
    const found = await reader.page.evaluate<Found>(MADE);
    expect({ ...found, dialogs }).toEqual({ made: [], ran: 0, sums: false, dialogs: [] });
  }),
);
