import type { Browser, Page } from 'playwright-core';
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

// Forty pages in three languages and four widths: two minutes on a quick machine, and many on one that is slow and shared.
jest.setTimeout(2_400_000);

const languages: readonly Language[] = ['ro', 'bg', 'en'];
const desk = { width: 1440, height: 900 };

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
        'administration/systems',
        'administration/systems/new',
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
async function wordingProblems(page: Page, language: Language): Promise<string[]> {
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

/** A language and the widths that a page is looked at in it, one after the other. */
interface Look {
  readonly language: Language;
  readonly widths: readonly number[];
  /** The widths at which axe judges it. */
  readonly judged: readonly number[];
}

/**
 * The looks at a page that came in one language. The languages of the offices are judged at a computer's and at a
 * telephone's width; English, which no office writes in, at a computer's. Every language stays within 320 px. Every
 * second language begins with the width the one before it ended with: from wide to narrow and back is dear.
 */
const looksFrom = (first: Language): Look[] =>
  inTurnFrom(languages.indexOf(first)).map((language, at) => ({
    language,
    widths: at % 2 === 0 ? [desk.width, 390, 320] : [320, 390, desk.width],
    judged: language === 'en' ? [desk.width] : [desk.width, 390],
  }));

/** Looks at one page in one language and in every width; gives what is wrong with it. */
async function look(reader: Reader, { language, widths, judged }: Look): Promise<string[]> {
  const { page } = reader;
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize(width === desk.width ? desk : { width, height: 844 });
    const problems = width === desk.width ? await wordingProblems(page, language) : [];
    const overflow = width === desk.width ? 0 : await reader.overflow();
    if (overflow > 0) problems.push(`scrolls sideways by ${overflow} px`);
    if (judged.includes(width)) {
      if (width !== desk.width) await standWhole(page, width);
      problems.push(...(await accessibilityProblems(page)));
    }
    found.push(...problems.map((problem) => `at ${width} px: ${problem}`));
  }
  return found;
}

/**
 * Makes the window as high as what it shows: a bar that stays at the lower edge then covers nothing by the accident of
 * where the page was scrolled to, and whatever it still covers is covered for good.
 */
async function standWhole(page: Page, width: number): Promise<void> {
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height });
}

/**
 * Looks at one page in all three languages. It is loaded in one of them, and goes over to the other two where it
 * stands, as by the browser's back button: nothing of the language it had may stay behind.
 */
async function lookInEveryLanguage(
  reader: Reader,
  path: string,
  first: Language,
): Promise<Record<string, string[]>> {
  const { page } = reader;
  // The gallery shows what waiting looks like, and goes on showing it.
  const settled = () => (path === 'gallery' ? page.locator('h1').waitFor() : reader.settled());
  await page.setViewportSize(desk);
  await page.goto(`/${first}/${path}`);
  await settled();
  const problems: Record<string, string[]> = {};
  for (const one of looksFrom(first)) {
    await goOver(page, one.language);
    await settled();
    const found = await look(reader, one);
    if (found.length > 0) problems[`${one.language} ${path}`] = found;
  }
  return problems;
}

const inTurnFrom = (first: number): Language[] => [...languages.slice(first), ...languages.slice(0, first)];

/** Takes the same page to its address in another language; resolves when it says that it is written in it. */
async function goOver(page: Page, language: Language): Promise<void> {
  await page.evaluate(`(() => {
    const there = location.pathname.replace(/^\\/\\w\\w\\//, '/${language}/') + location.search;
    if (there === location.pathname + location.search) return;
    history.replaceState(history.state, '', there);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  })()`);
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
}

/**
 * Each page is loaded in one of the languages, in turn. Two windows are at work side by side: what one waits for, the
 * other uses; and each stays open, for a browser that has read the product's programs once need not read them again.
 */
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
])('every page for %s: accessible, in one language, and never wider than its window', (who) =>
  story(browser, async (open) => {
    const { caller, paths } = walks[who]!;
    const problems: Record<string, string[]> = {};
    const waiting = paths.map((path, at) => ({ path, language: languages[at % languages.length]! }));
    const walk = async (): Promise<void> => {
      const reader = await open('ro', desk);
      if (caller !== null) await reader.bring(caller);
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        Object.assign(problems, await lookInEveryLanguage(reader, next.path, next.language));
    };
    await Promise.all([walk(), walk()]);
    expect(problems).toEqual({});
  }),
);

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
