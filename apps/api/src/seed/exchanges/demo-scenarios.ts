import type { Urgency } from '@soc-coop/contracts';
import { type DemoPerson, PERSONS } from './demo-persons';

/** What happens next, how many days after the exchange was opened, in the words of whoever does it. */
export type DemoStep =
  | { readonly move: 'SEND' | 'ACCEPT'; readonly day: number }
  | {
      readonly move: 'REFUSE' | 'CLOSE';
      readonly day: number;
      readonly reason: string;
      readonly note?: string;
    }
  | { readonly move: 'ANSWER'; readonly day: number; readonly found: DemoFinding };

/** What the replying unit found. */
export type DemoFinding = 'LIVES_WITH_FAMILY' | 'MOVED_AWAY' | 'NOT_IN_REGISTERS';

/** One exchange of the demonstration, told from its opening. */
export interface DemoScenario {
  /** Codes of the counties or districts whose offices ask and answer. */
  readonly from: string;
  readonly to: string;
  readonly person: DemoPerson;
  /** Days before today on which it was opened. */
  readonly daysAgo: number;
  readonly purpose: string;
  readonly questions: readonly ('Q1' | 'Q2' | 'Q3' | 'Q5' | 'Q6')[];
  readonly street: string;
  readonly urgency?: { readonly kind: Urgency; readonly why: string };
  readonly background?: string;
  readonly steps: readonly DemoStep[];
}

const sent = { move: 'SEND', day: 0 } as const;
const accepted = (day: number) => ({ move: 'ACCEPT', day }) as const;
const answered = (day: number, found: DemoFinding) => ({ move: 'ANSWER', day, found }) as const;
const closed = (day: number) => ({ move: 'CLOSE', day, reason: '01' }) as const;

/** Six weeks of work between neighbours along the Danube, in every state the first release knows. */
export const SCENARIOS: readonly DemoScenario[] = [
  {
    from: 'RO-CT',
    to: 'BG-08',
    person: PERSONS.georgi,
    daysAgo: 41,
    purpose: 'NEW_APPLICATION',
    questions: ['Q1', 'Q2', 'Q3'],
    street: 'ул. „Дунав“ 12',
    background: 'Solicitantul a declarat că locuiește împreună cu familia în Dobrich din luna martie.',
    steps: [sent, accepted(2), answered(12, 'LIVES_WITH_FAMILY'), closed(14)],
  },
  {
    from: 'RO-CT',
    to: 'BG-08',
    person: PERSONS.mariuca,
    daysAgo: 27,
    purpose: 'YEARLY_CHECK',
    questions: ['Q1', 'Q2'],
    street: 'бул. „Трети март“ 48, вх. Б, ап. 7',
    steps: [sent, accepted(3), answered(16, 'MOVED_AWAY')],
  },
  {
    from: 'RO-CT',
    to: 'BG-08',
    person: PERSONS.zhivka,
    daysAgo: 13,
    purpose: 'CHANGE',
    questions: ['Q1', 'Q2', 'Q3', 'Q5'],
    street: 'ул. „Независимост“ 5',
    background: 'Schimbare de domiciliu anunțată prin cererea înregistrată la primăria Mangalia.',
    steps: [sent, accepted(4)],
  },
  {
    from: 'RO-CT',
    to: 'BG-08',
    person: PERSONS.stefan,
    daysAgo: 3,
    purpose: 'COMPLAINT',
    questions: ['Q2', 'Q6'],
    street: 'ул. „Генерал Киселов“ 21',
    urgency: { kind: 'URGENT', why: 'Plata lunară este programată în zece zile.' },
    steps: [sent],
  },
  {
    from: 'RO-CT',
    to: 'BG-08',
    person: PERSONS.ioana,
    daysAgo: 1,
    purpose: 'NEW_APPLICATION',
    questions: ['Q1', 'Q3'],
    street: 'ул. „Батовска“ 9',
    steps: [],
  },
  {
    from: 'BG-08',
    to: 'RO-CT',
    person: PERSONS.yordanka,
    daysAgo: 33,
    purpose: 'NEW_APPLICATION',
    questions: ['Q1', 'Q2'],
    street: 'Str. Mircea cel Bătrân nr. 118, ap. 14',
    background: 'Заявителката посочва, че през зимата живее при дъщеря си в Констанца.',
    steps: [sent, accepted(3), answered(13, 'LIVES_WITH_FAMILY'), closed(17)],
  },
  {
    from: 'BG-08',
    to: 'RO-CT',
    person: PERSONS.gheorghe,
    daysAgo: 9,
    purpose: 'CHANGE',
    questions: ['Q1', 'Q2', 'Q3'],
    street: 'Bd. Tomis nr. 301, bl. T8',
    steps: [sent],
  },
  {
    from: 'BG-08',
    to: 'RO-CT',
    person: PERSONS.stoyanka,
    daysAgo: 20,
    purpose: 'DISPUTE',
    questions: ['Q1', 'Q2'],
    street: 'Aleea Garofiței nr. 3',
    steps: [
      sent,
      {
        move: 'REFUSE',
        day: 4,
        reason: '03',
        note: 'Lipsește numărul blocului; adresa nu poate fi identificată.',
      },
    ],
  },
  {
    from: 'RO-OT',
    to: 'BG-15',
    person: PERSONS.tsvetana,
    daysAgo: 16,
    purpose: 'YEARLY_CHECK',
    questions: ['Q1', 'Q2'],
    street: 'ул. „Васил Левски“ 77',
    steps: [sent, accepted(2)],
  },
  {
    from: 'RO-OT',
    to: 'BG-15',
    person: PERSONS.anisoara,
    daysAgo: 30,
    purpose: 'NEW_APPLICATION',
    questions: ['Q1', 'Q2', 'Q3'],
    street: 'ул. „Сан Стефано“ 14',
    steps: [sent, accepted(4), answered(15, 'NOT_IN_REGISTERS'), closed(18)],
  },
  {
    from: 'RO-GR',
    to: 'BG-18',
    person: PERSONS.hristo,
    daysAgo: 11,
    purpose: 'CHANGE',
    questions: ['Q1', 'Q2', 'Q6'],
    street: 'ул. „Александровска“ 60',
    steps: [sent, accepted(5)],
  },
  {
    from: 'BG-18',
    to: 'RO-GR',
    person: PERSONS.stefania,
    daysAgo: 6,
    purpose: 'COMPLAINT',
    questions: ['Q2'],
    street: 'Str. Portului nr. 22',
    urgency: { kind: 'URGENT', why: 'Сигналът е за самотно възрастно лице.' },
    steps: [sent],
  },
];
