import { exportJWK, generateKeyPair } from 'jose';
import type { Browser } from 'playwright-core';
import { type Caller, freshKey } from './api/caller';
import { unitId } from './api/first-case';
import { ACCEPT, SUBMIT } from './api/operations';
import { enter, PEOPLE } from './api/people';
import { saveOver } from './api/save-over';
import { launchBrowser } from './browser';
import { keep, missing } from './pages/album';
import { BG, date, RO } from './pages/case-steps';
import { asked, type Cast, castOf, firstOf, oldestIn, received, type Side } from './pages/cast';
import { WORDS } from './pages/picture-words';
import type { Reader } from './pages/reader';
import { type OpenWindow, story } from './pages/story';
import { signInByEmail } from './shared-state';

// Pictures are taken on whatever machine there is, also a busy one.
jest.setTimeout(process.env['SCREENS'] === undefined ? 300_000 : 1_200_000);

/*
 * The pages as the documentation shows them. Without SCREENS the stories are told all the same, so that each page can
 * still be reached when the pictures are wanted; docs/screens/album.json lists what must be there.
 */

let browser: Browser;
let casts: Readonly<Record<Side, Cast>>;
beforeAll(async () => {
  browser = await launchBrowser();
  const [ro, bg] = [await castOf('ro'), await castOf('bg')];
  casts = { ro, bg };
});
afterAll(async () => {
  await browser.close();
});

const inBoth = it.each<Side>(['ro', 'bg']);

/** Somebody's window, as wide as a computer's. */
const openFor = async (open: OpenWindow, language: Side, caller: Caller | null): Promise<Reader> => {
  // What is refused because somebody else was faster is answered with 409, which a browser notes as an error.
  const reader = await open(language, { width: 1440, expected: [/status of 409/] });
  if (caller !== null) await reader.bring(caller);
  return reader;
};

type Pages = readonly (readonly [name: string, path: string])[];

const keepAll = async (reader: Reader, pages: Pages): Promise<void> => {
  for (const [name, path] of pages) {
    await reader.goTo(path);
    await keep(reader, name);
  }
};

/** Presses what opens a dialog, and waits for it. */
const openDialog = async ({ page }: Reader, button: string): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.getByRole('dialog').waitFor();
};

const typePassword = async ({ page }: Reader, email: string, password: string): Promise<void> => {
  await page.locator('#sign-in-email').fill(email);
  await page.locator('#sign-in-password').fill(password);
  await page.locator('form button[type=submit]').click();
};

inBoth('pictures of what everybody can open: %s', (language) =>
  story(browser, async (open) => {
    const reader = await openFor(open, language, null);
    const paths = ['sign-in', 'accessibility', 'privacy', 'cookies', 'legal', 'no-right'];
    await keepAll(reader, [
      ...paths.map((path) => [path, path] as const),
      ['not-found', 'an/address/nobody/knows'],
    ]);
    // The gallery shows what waiting looks like, and goes on showing it.
    await reader.page.goto(`/${language}/gallery`);
    await keep(reader, 'gallery', () => reader.page.locator('h1').waitFor());
    const { email, password } = signInByEmail(language === 'ro' ? PEOPLE.carmen : PEOPLE.krasimir);
    await reader.goTo('sign-in');
    await typePassword(reader, email, password);
    await reader.page.locator('#sign-in-code').waitFor();
    await keep(reader, 'sign-in-code');
  }),
);

inBoth('pictures of somebody’s first day: %s', (language) =>
  story(browser, async (open) => {
    const { administrator, headOffice } = casts[language];
    for (const [role, last, heading] of [
      ['CASEWORKER', 'work-empty', '[role=search], main h1'],
      ['AUDITOR', 'second-factor', '#setup-code'],
    ] as const) {
      const { email, password } = await enter(administrator, { unit: headOffice, role, locale: language });
      const reader = await openFor(open, language, null);
      await reader.goTo('sign-in');
      await typePassword(reader, email, password);
      await reader.page.locator('#password-current').fill(password);
      await keep(reader, 'temporary-password');
      await reader.page.locator('#password-next').fill(`o propoziție lungă ${freshKey()}`);
      await reader.page.locator('form button[type=submit]').click();
      await reader.page.locator('#password-next').waitFor({ state: 'detached' });
      await reader.page.locator(heading).first().waitFor();
      await keep(reader, last);
    }
  }),
);

inBoth('pictures of what an officer opens: %s', (language) =>
  story(browser, async (open) => {
    const cast = casts[language];
    const { officer } = cast;
    const draft = `exchanges/${await oldestIn(officer, 'DRAFTS', 'DRAFT', 'REQUESTER')}/draft`;
    const reader = await openFor(open, language, officer);
    await keepAll(reader, [
      ['work', 'work'],
      ['all-exchanges', 'exchanges'],
      ['search', 'search'],
      ['search-results', 'search?state=ANSWERED'],
      ['notices', 'notices?list=all'],
      ['new-exchange', 'exchanges/new'],
      ['draft-person', `${draft}/person`],
      ['draft', `${draft}/questions`],
      ['draft-check', `${draft}/check`],
      ['answer', `exchanges/${await oldestIn(officer, 'ALL', 'ACCEPTED', 'REPLIER')}/answer`],
      ['print', `exchanges/${await oldestIn(officer, 'ALL', 'CLOSED')}/print`],
      ['agreements', 'agreements'],
      ['agreement', `agreements/${await firstOf(officer, 'agreements(first: 1)')}`],
      ['trainings', 'trainings'],
      ['training-catalogue', 'trainings/catalogue'],
      ['training', `trainings/sessions/${await firstOf(officer, 'trainingSessions(first: 1)')}`],
      ['certificates', 'trainings/certificates'],
      ['units', 'institutions'],
      ['unit', `institutions/${await unitId(officer, cast.partnerUnit)}`],
      ['profile', 'profile'],
    ]);
    await reader.page.getByRole('button', { name: WORDS[language].setFactor, exact: true }).click();
    await reader.page.locator('#setup-code').waitFor();
    await keep(reader, 'profile-factor');
  }),
);

inBoth('pictures of cases, and of what is asked before a move: %s', (language) =>
  story(browser, async (open) => {
    const cast = casts[language];
    const say = WORDS[language];
    const reader = await openFor(open, language, cast.officer);
    for (const [name, state] of [
      ['case', 'ACCEPTED'],
      ['case-answered', 'ANSWERED'],
    ] as const) {
      await reader.goTo(`exchanges/${await oldestIn(cast.officer, 'ALL', state)}`);
      await reader.page.getByText(say.both, { exact: true }).first().click();
      await reader.check(`${name}, both languages`);
      await keep(reader, name);
    }
    await reader.goTo(`exchanges/${await oldestIn(cast.officer, 'ALL', 'SENT', 'REPLIER')}`);
    await openDialog(reader, say.forward);
    await keep(reader, 'forward');

    await reader.goTo('work?queue=all');
    await reader.page.locator('tbody').getByRole('checkbox').first().check();
    await reader.page.locator('tbody').getByRole('checkbox').nth(3).check();
    await openDialog(reader, say.takeOver);
    await reader.page.getByRole('dialog').locator('li').first().waitFor();
    await keep(reader, 'bulk');
  }),
);

inBoth('pictures of two who work on one thing: %s', (language) =>
  story(browser, async (open) => {
    const cast = casts[language];
    const say = WORDS[language];
    const reader = await openFor(open, language, cast.officer);
    const { page } = reader;

    const sent = await received(cast, language === 'ro' ? 871 : 872).sent();
    await reader.goTo(`exchanges/${sent.now.id}`);
    await openDialog(reader, say.accept);
    await cast.coordinator.ask(ACCEPT, { input: sent.hold });
    await page.getByRole('dialog').getByRole('button', { name: say.accept, exact: true }).click();
    await page.getByText(say.stale).first().waitFor();
    await reader.check('case: somebody else was faster');
    await keep(reader, 'case-stale');

    const draft = await (await asked(cast, language === 'ro' ? 873 : 874).opened()).saved();
    await reader.goTo(`exchanges/${draft.now.id}/draft/questions`);
    const background = page.getByRole('textbox').first();
    await background.fill(`${say.theirs} `);
    await page.getByText(say.saved).waitFor();
    await saveOver(cast.coordinator, draft.now.id, { background: say.theirs });
    await background.fill(say.mine);
    await page.getByRole('heading', { name: say.twoVersions }).waitFor();
    await reader.check('draft: two versions');
    await keep(reader, 'draft-two-versions');
  }),
);

inBoth('pictures of a correction, and of what a second officer reads: %s', (language) =>
  story(browser, async (open) => {
    const cast = casts[language];
    const say = WORDS[language];
    const reader = await openFor(open, language, cast.officer);
    const { page } = reader;
    const answered = await asked(cast, language === 'ro' ? 875 : 876).answered();
    await reader.goTo(`exchanges/${answered.now.id}/correct`);
    await page.getByRole('textbox').first().fill(say.mine);
    await page.locator('#correction-sentence').fill(say.wrong);
    await page.getByText(say.saved).waitFor();
    await keep(reader, 'correct');
    await page.locator('main form button[type=submit]').click();
    await page.getByRole('heading', { name: say.checkCorrection }).waitFor();
    await keep(reader, 'correct-check');

    const { writer, approver } = cast;
    const waiting = await (
      await asked({ ...cast, officer: writer }, language === 'ro' ? 877 : 878).opened()
    ).saved();
    await writer.ask(SUBMIT, { input: waiting.hold });
    const second = await openFor(open, language, approver);
    await second.goTo(`exchanges/${waiting.now.id}`);
    await second.page.getByRole('region', { name: say.approval }).waitFor();
    await second.check('case: an approver reads it');
    await keep(second, 'case-approval');
  }),
);

inBoth('pictures of administration and control: %s', (language) =>
  story(browser, async (open) => {
    const { administrator, auditor, officer, unit } = casts[language];
    const control = await openFor(open, language, auditor);
    await keepAll(control, [['audit', 'audit']]);

    const reader = await openFor(open, language, administrator);
    const { viewer } = await officer.ask<{ viewer: { account: { id: string } } }>(
      '{ viewer { account { id } } }',
    );
    await keepAll(reader, [
      ['admin-units', 'administration/units'],
      ['admin-unit-new', 'administration/units/new'],
      ['admin-unit', `administration/units/${await unitId(administrator, unit)}`],
      ['admin-people', 'administration/people'],
      ['admin-person-new', 'administration/people/new'],
      ['admin-calendar', 'administration/calendar'],
    ]);
    await reader.goTo(`administration/people/${viewer.account.id}`);
    // The choices come after the person: until then the unit's own name is not known.
    await reader.page
      .locator('#person-unit-0 option:checked')
      .filter({ hasText: /\S/ })
      .waitFor({ state: 'attached' });
    await keep(reader, 'admin-person');
    await reader.goTo('administration/calendar');
    await calendarDialogs(reader, language);
    await partnerSystems(reader, casts[language], language);
  }),
);

/** A system that was registered, and the question for its new key. */
async function partnerSystems(reader: Reader, { administrator, unit }: Cast, language: Side): Promise<void> {
  const say = WORDS[language];
  const { publicKey } = await generateKeyPair('ES256');
  const input = {
    name: say.systemName,
    unit: await unitId(administrator, unit),
    types: ['EX02', 'EX11'],
    publicKeys: JSON.stringify({ ...(await exportJWK(publicKey)), kid: 'sias-2026-11' }),
    idempotencyKey: freshKey(),
  };
  const { id } = await administrator.ask<{ id: string }>(
    'mutation($input: RegisterPartnerSystemInput!) { id: registerPartnerSystem(input: $input) }',
    { input },
  );
  await keepAll(reader, [
    ['admin-systems', 'administration/systems'],
    ['admin-system-new', 'administration/systems/new'],
    ['admin-system', `administration/systems/${id}`],
  ]);
  await openDialog(reader, say.changeKey);
  await reader.page.locator('#new-key').waitFor();
  await keep(reader, 'admin-system-key');
  await reader.goTo(`administration/people/${await firstWithFactor(administrator)}`);
  await openDialog(reader, say.takeOff);
  await keep(reader, 'admin-factor');
}

/** Somebody else of the country who has a second factor. */
async function firstWithFactor(administrator: Caller): Promise<string> {
  const { accounts, viewer } = await administrator.ask<{
    accounts: { nodes: { id: string; secondFactor: boolean }[] };
    viewer: { account: { id: string } };
  }>('{ accounts(first: 100) { nodes { id secondFactor } } viewer { account { id } } }');
  const found = accounts.nodes.find(({ id, secondFactor }) => secondFactor && id !== viewer.account.id);
  if (found === undefined) throw new Error('Nobody has a second factor.');
  return found.id;
}

/** A day that is to be added, with what it would move, and one that is to be changed. */
async function calendarDialogs(reader: Reader, language: Side): Promise<void> {
  const { page } = reader;
  const say = WORDS[language];
  await openDialog(reader, say.addDay);
  const dialog = page.getByRole('dialog');
  const soon = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
  await date(dialog, say.day, language === 'ro' ? RO : BG, soon);
  const { name, title, number, text } = say.dayOff;
  for (const locale of ['ro', 'bg', 'en'] as const)
    await dialog.locator(`#calendar-name-${locale}`).fill(name[locale]);
  await dialog.locator('#calendar-act-title').fill(title);
  await dialog.locator('#calendar-act-number').fill(number);
  await date(dialog, say.actDate, language === 'ro' ? RO : BG, '2026-11-19');
  await dialog.locator('#calendar-act-text').fill(text);
  await dialog.getByText(say.moved).first().waitFor();
  await reader.check('calendar: a day to be added');
  await keep(reader, 'admin-calendar-add');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('tbody').getByRole('button', { name: say.changeDay }).last().click();
  await dialog.waitFor();
  await reader.check('calendar: a day to be changed');
  await keep(reader, 'admin-calendar-change');
}

it('the album is whole: nothing that it lists is without a story in both languages', () => {
  expect(missing()).toEqual([]);
});
