import type { Completeness, Country, QualityMark } from '@soc-coop/contracts';
import { addDays } from '@soc-coop/domain';
import type { DemoPerson } from './demo-persons';
import type { DemoFinding, DemoScenario } from './demo-scenarios';

type Content = Record<string, unknown>;

/** Where each office's town lies, for the addresses that are checked. */
const TOWNS: Readonly<Record<string, { country: Country; district: string; locality: string }>> = {
  'RO-CT': { country: 'RO', district: 'Constanța', locality: 'Constanța' },
  'RO-GR': { country: 'RO', district: 'Giurgiu', locality: 'Giurgiu' },
  'RO-OT': { country: 'RO', district: 'Olt', locality: 'Slatina' },
  'BG-08': { country: 'BG', district: 'Добрич', locality: 'Добрич' },
  'BG-15': { country: 'BG', district: 'Плевен', locality: 'Плевен' },
  'BG-18': { country: 'BG', district: 'Русе', locality: 'Русе' },
};

const addressOf = ({ to, street }: DemoScenario): Content => ({ ...TOWNS[to], street });

/** The content of a request of type EX02. */
export const requestContent = (scenario: DemoScenario, from: string, to: string): Content => ({
  purpose: scenario.purpose,
  ...(scenario.background === undefined ? {} : { background: scenario.background }),
  address: addressOf(scenario),
  period: { from, to },
  questions: Object.fromEntries(
    scenario.questions.map((question) => [question, { asked: true, purpose: scenario.purpose }]),
  ),
});

/** The person block of a request. */
export const subjectBlock = (person: DemoPerson): Content => ({
  familyName: person.familyName,
  givenName: person.givenName,
  ...(person.patronymic === undefined ? {} : { patronymic: person.patronymic }),
  sex: person.sex,
  birthDate: person.birthDate,
  identifiers: [{ type: person.number.type, country: person.country, value: person.number.value }],
  citizenships: [{ country: person.country }],
});

/** An answer as the mutation takes it. */
export interface DemoAnswer {
  readonly completeness: Completeness;
  readonly qualityMark: QualityMark;
  readonly content: Content;
}

const registered = (scenario: DemoScenario, since: string): Content => ({
  registrations: [{ kind: 'RESIDENCE', address: addressOf(scenario), from: since }],
});

/** How long those who moved away had lived at the address. */
const STAYED_DAYS = 150;

/** What each finding says to each question; a question without values gets a coded gap. */
const ANSWERS: Readonly<Record<DemoFinding, (scenario: DemoScenario, since: string) => Content>> = {
  LIVES_WITH_FAMILY: (scenario, since) => ({
    Q1: registered(scenario, since),
    Q2: { result: 'LIVES', since },
    Q3: { alone: 'YES' },
    Q5: { any: 'NO' },
  }),
  MOVED_AWAY: (scenario, since) => ({
    Q1: registered(scenario, since),
    Q2: { result: 'NOT_LIVES', leftOn: addDays(since, STAYED_DAYS) },
  }),
  NOT_IN_REGISTERS: () => ({}),
};

const GRADE: Readonly<Record<DemoFinding, { completeness: Completeness; qualityMark: QualityMark }>> = {
  LIVES_WITH_FAMILY: { completeness: 'FULL', qualityMark: 'Q1' },
  MOVED_AWAY: { completeness: 'FULL', qualityMark: 'Q3' },
  NOT_IN_REGISTERS: { completeness: 'NEG', qualityMark: 'Q1' },
};

/** The answer to a request of type EX02, to exactly the questions that were asked. */
export const answerContent = (scenario: DemoScenario, found: DemoFinding, since: string): DemoAnswer => {
  const known = ANSWERS[found](scenario, since);
  const answers = scenario.questions.map((question) => [question, known[question] ?? { gap: 'NR' }]);
  return { ...GRADE[found], content: { answers: Object.fromEntries(answers) } };
};
