import type { Browser } from 'playwright-core';
import type { Caller } from './api/caller';
import { CLARIFICATION, move, proposeFrom } from './api/decided';
import { FirstCase } from './api/first-case';
import { MEANS } from './api/means';
import { SUBMIT } from './api/operations';
import { PEOPLE, signIn, signInAs } from './api/people';
import { accessibilityProblems } from './axe';
import { launchBrowser } from './browser';
import type { Language, Reader } from './pages/reader';
import { story } from './pages/story';

jest.setTimeout(420_000);

const languages = ['ro', 'bg', 'en'] as const satisfies readonly Language[];

/** Whose pages are walked: people, and the addresses that they can open. */
interface Walk {
  readonly caller: Caller | null;
  readonly paths: readonly string[];
}

let browser: Browser;
let walks: Readonly<Record<string, Walk>>;

/** The first of the things a query lists, by id. */
const firstOf = async (caller: Caller, query: string): Promise<string> => {
  const answer = await caller.ask<Record<string, { nodes: { id: string }[] }>>(query);
  const id = Object.values(answer)[0]?.nodes[0]?.id;
  if (id === undefined) throw new Error(`Nothing came for ${query}`);
  return id;
};

const publicPaths = [
  'sign-in',
  'accessibility',
  'privacy',
  'cookies',
  'legal',
  'gallery',
  'no-right',
  'nowhere/at/all',
];

beforeAll(async () => {
  browser = await launchBrowser();
  const [elena, maria, carmen, sorin, mihai, florin] = await Promise.all([
    signIn(PEOPLE.elena),
    signIn(PEOPLE.maria),
    signIn(PEOPLE.carmen),
    signIn(PEOPLE.sorin),
    signIn(PEOPLE.mihai),
    signIn(PEOPLE.florin),
  ]);
  const fresh = (seed: number): FirstCase => new FirstCase(elena, maria, seed);
  const [empty, full, sent, accepted, answered, closed] = await Promise.all([
    fresh(701).opened(),
    fresh(702)
      .opened()
      .then((one) => one.saved()),
    fresh(703).sent(),
    fresh(704).accepted(),
    fresh(705).answered(),
    fresh(706).closed(),
  ]);
  const [silvia, lucian, camelia] = await Promise.all([
    signInAs(PEOPLE.silvia, 'caseworker'),
    signInAs(PEOPLE.lucian, 'caseworker'),
    signInAs(PEOPLE.camelia, 'approver'),
  ]);
  const [askedBack, proposed, reopening, means, waiting] = await Promise.all([
    fresh(707).accepted(),
    fresh(708).accepted(),
    fresh(709).closed(),
    new FirstCase(elena, silvia, 710, MEANS).answered(),
    new FirstCase(lucian, maria, 711).opened().then((one) => one.saved()),
  ]);
  await Promise.all([
    move(askedBack, maria, 'askClarification', { reasonCode: '03', note: CLARIFICATION.asked }),
    proposeFrom(proposed, maria, 30),
    move(reopening, elena, 'askReopening', { reasonCode: '01' }),
    lucian.ask(SUBMIT, { input: waiting.hold }),
  ]);
  const [agreement, session, unit, person] = await Promise.all([
    firstOf(elena, '{ agreements(first: 1) { nodes { id } } }'),
    firstOf(elena, '{ trainingSessions(first: 1) { nodes { id } } }'),
    firstOf(sorin, '{ units(first: 1, filter: { country: RO }) { nodes { id } } }'),
    firstOf(sorin, '{ accounts(first: 1) { nodes { id } } }'),
  ]);
  const steps = ['addressee', 'person', 'questions', 'check'];
  walks = {
    nobody: { caller: null, paths: publicPaths },
    'a caseworker who asks': {
      caller: elena,
      paths: [
        ...['needs_me', 'waiting', 'drafts', 'all'].map((queue) => `work?queue=${queue}`),
        'exchanges',
        'exchanges?state=REFUSED',
        'exchanges?state=BLOCKED',
        'search',
        'search?state=open',
        'search?state=BLOCKED',
        'exchanges/new',
        ...[empty, full].flatMap(({ now }) => steps.map((step) => `exchanges/${now.id}/draft/${step}`)),
        ...[empty, sent, answered, closed].map(({ now }) => `exchanges/${now.id}`),
        ...[askedBack, proposed, reopening, means].map(({ now }) => `exchanges/${now.id}`),
        'notices',
        `exchanges/${answered.now.id}/print`,
        ...[answered, closed].map(({ now }) => `exchanges/${now.id}/correct`),
        'exchanges/00000000-0000-7000-8000-000000000000',
        'agreements',
        `agreements/${agreement}`,
        'trainings',
        'trainings/catalogue',
        'trainings/certificates',
        `trainings/sessions/${session}`,
        'institutions',
        'institutions?text=Добрич',
        `institutions/${unit}`,
        'profile',
      ],
    },
    'a caseworker who answers': {
      caller: maria,
      paths: [
        'work',
        'notices?list=all',
        ...[sent, accepted, answered].map(({ now }) => `exchanges/${now.id}`),
        ...[askedBack, proposed, reopening].map(({ now }) => `exchanges/${now.id}`),
        `exchanges/${accepted.now.id}/answer`,
        `exchanges/${answered.now.id}/correct`,
      ],
    },
    'an approver': { caller: camelia, paths: ['work', `exchanges/${waiting.now.id}`] },
    'who waits for approval': {
      caller: lucian,
      paths: [`exchanges/${waiting.now.id}`, `exchanges/${waiting.now.id}/draft/check`],
    },
    'an auditor': {
      caller: carmen,
      paths: [
        'work',
        'exchanges',
        'search?state=CLOSED',
        `exchanges/${closed.now.id}`,
        'audit',
        'audit?outcome=REFUSED',
        'profile',
      ],
    },
    'an administrator': {
      caller: sorin,
      paths: [
        'work',
        'administration/units',
        'administration/units/new',
        `administration/units/${unit}`,
        'administration/calendar',
        'administration/people',
        'administration/people/new',
        `administration/people/${person}`,
        'profile',
        'audit',
      ],
    },
    'a training organiser': { caller: mihai, paths: ['work', `trainings/sessions/${session}`] },
    'a national coordinator': { caller: florin, paths: ['work', 'exchanges', `exchanges/${closed.now.id}`] },
  };
});
afterAll(async () => {
  await browser.close();
});

/** What is wrong with the words of a page: its language, its headings, texts that were never written. */
async function wordingProblems({ page, language }: Reader): Promise<string[]> {
  const [lang, headings, title, text] = await Promise.all([
    page.locator('html').getAttribute('lang'),
    page.locator('h1').count(),
    page.title(),
    page.locator('body').innerText(),
  ]);
  const keys = text.match(
    /\b(?:access|agreements|audit|common|directory|errors|exchanges|forms|pages|shell|trainings)(?:\.\w+){2,}/g,
  );
  return [
    ...(lang === language ? [] : [`says it is written in ${lang ?? 'no language'}`]),
    ...(headings === 1 ? [] : [`has ${headings} first headings`]),
    ...(/ · SOC COOP$/.test(title) ? [] : [`is called "${title}"`]),
    ...(keys ?? []).map((key) => `shows the key ${key}`),
    ...(text.match(/undefined|\[object|NaN|Invalid Date|\{\w+\}/g) ?? []).map((odd) => `shows ${odd}`),
    ...(/[şţŞŢ]/.test(text) ? ['has a cedilla instead of a comma below'] : []),
  ];
}

/**
 * Makes the window as high as what it shows: a bar that stays at the lower edge then covers nothing by the accident
 * of where the page was scrolled to, and whatever it still covers is covered for good.
 */
async function showWhole({ page }: Reader, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height });
}

/** Looks at one page in every width; gives what is wrong with it. */
async function look(reader: Reader, path: string): Promise<string[]> {
  const { page } = reader;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/${reader.language}/${path}`);
  // The gallery shows what waiting looks like, and goes on showing it.
  await (path === 'gallery' ? page.locator('h1').waitFor() : reader.settled());
  const found = [...(await wordingProblems(reader)), ...(await accessibilityProblems(page))];
  await showWhole(reader, 390);
  found.push(...(await accessibilityProblems(page)).map((problem) => `at 390 px: ${problem}`));
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await reader.overflow();
    if (overflow > 0) found.push(`at ${width} px: scrolls sideways by ${overflow} px`);
  }
  return found;
}

describe.each(languages)('every page in %s', (language) => {
  it.each([
    'nobody',
    'a caseworker who asks',
    'a caseworker who answers',
    'an approver',
    'who waits for approval',
    'an auditor',
    'an administrator',
    'a training organiser',
    'a national coordinator',
  ])('for %s: accessible, in one language, and never wider than its window', (who) =>
    story(browser, async (open) => {
      const { caller, paths } = walks[who]!;
      const reader = await open(language, { width: 1440 });
      if (caller !== null) await reader.bring(caller);
      const problems: Record<string, string[]> = {};
      for (const path of paths) {
        const found = await look(reader, path);
        if (found.length > 0) problems[path] = found;
      }
      expect(problems).toEqual({});
    }),
  );
});

it.each(languages)('what opens above a page is accessible too: %s', (language) =>
  story(browser, async (open) => {
    const reader = await open(language);
    await reader.bring(walks['a caseworker who asks']!.caller!);
    await reader.goTo('work');
    const { page } = reader;
    for (const opener of [
      'header button[aria-haspopup="menu"] >> nth=0',
      'header button[aria-haspopup="menu"] >> nth=1',
      'header button[aria-haspopup="dialog"]',
    ]) {
      await page.locator(opener).click();
      await page.locator('[role="menu"], [role="dialog"]').first().waitFor();
      expect({ opener, problems: await accessibilityProblems(page) }).toEqual({ opener, problems: [] });
      await page.keyboard.press('Escape');
      await page.locator('[role="menu"], [role="dialog"]').first().waitFor({ state: 'detached' });
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  }),
);

it.each(languages)('what asks before a move is accessible too, and fits a telephone: %s', (language) =>
  story(browser, async (open) => {
    const { caller, paths } = walks['a caseworker who answers']!;
    const reader = await open(language, { width: 390, height: 844 });
    await reader.bring(caller!);
    const { page } = reader;
    const problems: Record<string, unknown> = {};
    let asked = 0;
    // A request that has arrived and one that is being answered: between them nearly everything a replier can do.
    const cases = paths.filter((path) => /^exchanges\/[^/]+$/.test(path));
    for (const path of cases.slice(0, 2)) {
      await reader.goTo(path);
      const names = await page.locator('aside section').first().getByRole('button').allInnerTexts();
      for (const name of names) {
        await page.locator('aside').getByRole('button', { name, exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.or(page.locator('form h1, main form').first()).first().waitFor();
        if ((await dialog.count()) === 0) {
          await reader.goTo(path);
          continue;
        }
        asked += 1;
        await reader.settled();
        const found = [await accessibilityProblems(page), await reader.overflow()];
        if (JSON.stringify(found) !== '[[],0]') problems[name] = found;
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
    }
    expect(asked).toBeGreaterThan(5);
    expect(problems).toEqual({});
  }),
);
