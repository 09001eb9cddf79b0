import { addDays, type IsoDate } from '@soc-coop/domain';
import { organisationById, territoryById } from '@soc-coop/reference';
import { countryOf, type DemoCase, type DemoType } from './demo-cases';
import type { DemoPerson } from './demo-persons';
import { pickOf, type Words, WORDS } from './demo-words';

/** The content of a message or draft, as services take it. */
export type Content = Record<string, unknown>;

/** Residence is asked for the year before the request. */
const PERIOD_DAYS = 365;
/** Incomes are asked for half a year, up to the month before the request. */
const MONTHS_BACK = 6;
const MONTHS = 12;

const PURPOSES = ['NEW_APPLICATION', 'YEARLY_CHECK', 'CHANGE', 'COMPLAINT', 'DISPUTE'] as const;
const GENERAL_PURPOSES = ['APPLYING_LAW', 'COOPERATION', 'PLANNING'] as const;

const RESIDENCE_QUESTIONS = [
  ['Q1', 'Q2'],
  ['Q1', 'Q2', 'Q3'],
  ['Q2', 'Q6'],
  ['Q1', 'Q2', 'Q3', 'Q5'],
  ['Q1', 'Q3'],
  ['Q1', 'Q2', 'Q6'],
] as const;
const INCOME_QUESTIONS = [
  ['Q1', 'Q2'],
  ['Q1', 'Q3'],
  ['Q1', 'Q2', 'Q4'],
  ['Q2', 'Q3', 'Q4', 'Q6'],
  ['Q1', 'Q2', 'Q3', 'Q5'],
] as const;

/** The purpose of a case, and of each of its questions. */
const purposeOf = ({ type, turn }: DemoCase): string =>
  type === 'EX11' ? pickOf(GENERAL_PURPOSES, turn) : pickOf(PURPOSES, turn);

/** The questions of a case that are asked, by their codes. */
export const questionsOf = (told: DemoCase): readonly string[] => {
  const { turn, type } = told;
  if (type === 'EX11') return turn % 2 === 0 ? ['Q1'] : ['Q1', 'Q2'];
  if (type === 'EX02') return pickOf(RESIDENCE_QUESTIONS, turn);
  // Savings and land are not asked for when only a change is checked.
  return pickOf(INCOME_QUESTIONS, turn).filter(
    (question) => question !== 'Q5' || purposeOf(told) !== 'CHANGE',
  );
};

/** What the n-th question of own text asks, and what is answered to it. */
export const ownQuestion = ({ from, turn }: DemoCase, at: number): Words['ex11'][number] =>
  pickOf(WORDS[countryOf(from)].ex11, turn + at);

/** The address that is checked: in the town of the office that is asked. */
export const addressOf = ({ to, turn }: DemoCase): Content => {
  const country = countryOf(to);
  const locale = country === 'RO' ? 'ro' : 'bg';
  const territory = territoryById(organisationById(to)?.territoryId ?? '');
  const street = pickOf(WORDS[country].streets, turn).replace('{n}', String(3 + ((turn * 17) % 96)));
  return {
    country,
    district: territory?.names[locale] ?? '',
    locality: territory?.seat[locale] ?? '',
    street,
  };
};

/** The months an EX03 asks about. */
export const monthsOf = (opened: IsoDate): { readonly from: string; readonly to: string } => {
  const month = Number(opened.slice(0, 4)) * MONTHS + Number(opened.slice(5, 7)) - 1;
  const text = (count: number): string =>
    `${String(Math.floor(count / MONTHS))}-${String((count % MONTHS) + 1).padStart(2, '0')}`;
  return { from: text(month - MONTHS_BACK), to: text(month - 1) };
};

const asked = (told: DemoCase): Content =>
  Object.fromEntries(questionsOf(told).map((code) => [code, { asked: true, purpose: purposeOf(told) }]));

const CONTENTS: Readonly<Record<DemoType, (told: DemoCase, opened: IsoDate) => Content>> = {
  EX02: (told, opened) => ({
    background: pickOf(WORDS[countryOf(told.from)].EX02, told.turn),
    address: addressOf(told),
    period: { from: addDays(opened, -PERIOD_DAYS), to: opened },
    questions: asked(told),
  }),
  EX03: (told, opened) => ({
    background: pickOf(WORDS[countryOf(told.from)].EX03, told.turn),
    withOthers: 'NO',
    months: monthsOf(opened),
    questions: asked(told),
    ...(questionsOf(told).includes('Q5') ? { restrictedBasis: WORDS[countryOf(told.from)].basis } : {}),
  }),
  EX11: (told) => ({
    area: ownQuestion(told, 0).area,
    questions: asked(told),
    own: Object.fromEntries(
      questionsOf(told).map((code, at) => {
        const { topic, q: text } = ownQuestion(told, at);
        return [code, { topic, text }];
      }),
    ),
  }),
};

/** The content of a request. */
export const requestContent = (told: DemoCase, opened: IsoDate): Content => ({
  purpose: purposeOf(told),
  ...CONTENTS[told.type](told, opened),
});

/** A request that is still being written: the questions are to come. */
export const unfinishedContent = (told: DemoCase, opened: IsoDate): Content => {
  const { questions, own, restrictedBasis, ...begun } = requestContent(told, opened);
  return begun;
};

/** The same request with a word more. */
export const correctedRequest = (told: DemoCase, opened: IsoDate): Content => {
  const content = requestContent(told, opened);
  const said = typeof content['background'] === 'string' ? `${content['background']} ` : '';
  const [more = ''] = WORDS[countryOf(told.from)].correctRequest;
  return { ...content, background: `${said}${more}` };
};

/** The person block of a request; empty where it is about no one. */
export const subjectBlock = (person: DemoPerson | null): Content =>
  person === null
    ? {}
    : {
        familyName: person.familyName,
        givenName: person.givenName,
        ...(person.patronymic === undefined ? {} : { patronymic: person.patronymic }),
        sex: person.sex,
        birthDate: person.birthDate,
        identifiers: [
          { type: person.country === 'RO' ? 'cnp' : 'egn', country: person.country, value: person.number },
        ],
        citizenships: [{ country: person.country }],
      };
