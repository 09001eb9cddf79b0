import { checkIdentifier, hasCyrillic, localDateIn } from '@soc-coop/domain';
import { holidayDates } from '@soc-coop/reference';
import { DEMO_PERSONS } from './demo-persons';
import { DemoStory } from './demo-cases';
import { requestContent } from './demo-requests';

const TODAY = '2026-11-22';
const FOUR_EYES = ['RO-AJPIS-DJ', 'BG-RDSA-VRC'];
const cases = new DemoStory(TODAY, FOUR_EYES).cases();
const steps = cases.flatMap((told) => told.steps.map((step) => ({ ...step, told })));

describe('the demonstration story', () => {
  it('is the same for the same day, and moves with the day', () => {
    expect(new DemoStory(TODAY, FOUR_EYES).cases()).toEqual(cases);
    expect(new DemoStory('2026-11-24', FOUR_EYES).cases()).not.toEqual(cases);
  });

  it('has 150 cases of three types, between fifteen offices, both ways', () => {
    expect(cases).toHaveLength(150);
    expect(new Set(cases.map(({ key }) => key)).size).toBe(150);
    expect(new Set(cases.map(({ type }) => type))).toEqual(new Set(['EX02', 'EX03', 'EX11']));
    expect(new Set(cases.map(({ from }) => from)).size).toBe(15);
    expect(new Set(cases.map(({ to }) => to)).size).toBe(15);
  });

  it('is played on working days of both countries, in office hours, and never after yesterday', () => {
    const closed = new Set([...holidayDates('RO'), ...holidayDates('BG')]);
    for (const { day, at } of steps) {
      expect(localDateIn('Europe/Bucharest', at)).toBe(day);
      expect(day < TODAY).toBe(true);
      expect(closed.has(day)).toBe(false);
      expect([0, 6]).not.toContain(at.getUTCDay());
      expect(at.getUTCHours()).toBeGreaterThanOrEqual(6);
      expect(at.getUTCHours()).toBeLessThan(14);
    }
  });

  it('looks back on half a year, and each case goes forward', () => {
    const first = steps.map(({ day }) => day).sort()[0]!;
    expect(first < '2026-06-15').toBe(true);
    expect(first > '2026-05-01').toBe(true);
    for (const { steps: own } of cases)
      expect(own.map(({ at }) => at.getTime())).toEqual(
        own.map(({ at }) => at.getTime()).sort((one, other) => one - other),
      );
  });

  it('lets nothing leave an office that asks for a second officer without one', () => {
    for (const { from, steps: own } of cases) {
      const names = own.map(({ step }) => step);
      if (names.includes('SEND')) expect(names.includes('APPROVE')).toBe(FOUR_EYES.includes(from));
    }
    expect(steps.filter(({ step }) => step === 'APPROVE_ANSWER').length).toBeGreaterThan(2);
  });

  it('is about somebody else nearly every time, and about nobody in general questions', () => {
    const asked = cases.flatMap(({ person }) => person ?? []);
    const different = new Set(asked.map(({ number }) => number)).size;
    expect(asked.length).toBeGreaterThan(different);
    expect(different).toBeGreaterThan(asked.length * 0.85);
    expect(cases.every(({ type, person }) => (type === 'EX11') === (person === null))).toBe(true);
  });

  it('is told in the language of the office that asks', () => {
    for (const told of cases) {
      const text = JSON.stringify(requestContent({ ...told, to: told.from }, TODAY));
      expect(hasCyrillic(text)).toBe(told.from.startsWith('BG'));
    }
  });
});

describe('the persons of the demonstration', () => {
  const persons = [...DEMO_PERSONS.RO, ...DEMO_PERSONS.BG];

  it('never were: their numbers are right and say that they were born before 1900', () => {
    expect(new Set(persons.map(({ number }) => number)).size).toBe(persons.length);
    for (const { country, number, birthDate, sex } of persons) {
      expect(checkIdentifier(country === 'RO' ? 'cnp' : 'egn', number)).toMatchObject({ valid: true });
      expect(birthDate < '1900').toBe(true);
      const [, year = '', month = '', day = ''] = /^18(..)-(..)-(..)$/.exec(birthDate) ?? [];
      // CNP: sex and century first (3 and 4 before 1900). EGN: the month is raised by twenty before 1900.
      expect(number.slice(0, 7)).toMatch(
        country === 'RO'
          ? new RegExp(`^${sex === 'M' ? 3 : 4}${year}${month}${day}`)
          : new RegExp(`^${year}${Number(month) + 20}${day}`),
      );
    }
  });

  it('are written as their country writes, Romanian with comma-below letters', () => {
    for (const { country, familyName, givenName, patronymic } of persons) {
      expect(hasCyrillic(`${familyName}${givenName}`)).toBe(country === 'BG');
      expect(patronymic !== undefined).toBe(country === 'BG');
    }
    expect(JSON.stringify(DEMO_PERSONS.RO)).not.toMatch(/[şţŞŢ]/u);
  });
});
