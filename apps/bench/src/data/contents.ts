/** What a message is about, as far as its content needs it. */
export interface ContentFacts {
  readonly n: number;
  readonly s: number;
  readonly country: string;
}

const street = (name: string, n: number): string => `${name} ${1 + (n % 200)}`;

/** Six hundred bytes or so, shaped as the form of type EX02 shapes a request. */
const request = ({ n, country }: ContentFacts): unknown => ({
  purpose: 'P01',
  background: `Solicitantul declară că locuiește la adresa indicată împreună cu familia. Молим за проверка. Nr. ${n}`,
  address: { country, district: 'Constanța', locality: 'Constanța', street: street('Strada Exemplului', n) },
  period: { from: '2025-01-01', to: '2025-12-31' },
  questions: { Q1: { asked: true, purpose: 'P01' }, Q2: { asked: true, purpose: 'P01' } },
});

/** The same for an answer. */
const answer = ({ n, s, country }: ContentFacts): unknown => ({
  answers: {
    Q1: {
      registrations: [
        {
          kind: 'RESIDENCE',
          from: '2025-02-01',
          address: { country, district: 'Добрич', locality: 'Добрич', street: street('улица Примерна', n) },
        },
      ],
    },
    Q2: { result: 'LIVES', since: '2025-02-01', remark: `Проверено на място, лицето е намерено. ${s}` },
  },
});

/** The content of a message: the first is the request. */
export const contentOf = (facts: ContentFacts): unknown => (facts.s === 1 ? request(facts) : answer(facts));

/** A remark of a move. */
export const noteOf = (s: number): string =>
  `Rugăm un răspuns cât mai curând; молим за скорошен отговор. ${s}`;
