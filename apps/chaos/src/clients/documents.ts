import { type InventedPerson, inventedPerson, seededRandom } from '@soc-coop/testing';
import type { OperationName } from '../history/events';

/** An operation as GraphQL: its text, and the field its answer stands in. */
export interface Document {
  readonly field: string;
  readonly text: string;
}

const mutation = (field: string, input: string, fields: string): Document => ({
  field,
  text: `mutation ${field}($input: ${input}!) { ${field}(input: $input) { ${fields} } }`,
});

/** The mutations of a first case. */
export const DOCUMENTS: Readonly<Record<OperationName, Document>> = {
  OPEN: mutation('openExchange', 'OpenExchangeInput', 'id version state'),
  SAVE: mutation('saveExchangeDraft', 'SaveExchangeDraftInput', 'id version'),
  SEND: mutation('sendExchange', 'ExchangeMoveInput', 'id version state'),
  ACCEPT: mutation('acceptExchange', 'ExchangeMoveInput', 'id version state'),
  ANSWER: mutation('answerExchange', 'AnswerExchangeInput', 'id version state'),
  CLOSE: mutation('closeExchange', 'ReasonedMoveInput', 'id version state'),
};

export const READ = 'query read($id: ID!) { exchange(id: $id) { id version state } }';
export const UNIT = 'query unit($code: String!) { unitByCode(code: $code) { id } }';

const subjectOf = (person: InventedPerson): object => ({
  familyName: person.familyName,
  givenName: person.givenName,
  sex: person.sex === 'female' ? 'F' : 'M',
  birthDate: person.birthDate,
  identifiers: [{ ...person.identifier, country: person.country }],
});

const ADDRESS = { country: 'BG', district: 'Добрич', locality: 'Добрич', street: 'ул. „Примерна“ 33' };

/** A complete request of type EX02 about somebody invented: where does this person live? */
export const requestContent = (seed: number): object => ({
  content: {
    purpose: 'NEW_APPLICATION',
    background: 'Solicitanta spune că locuiește la Dobrich din luna mai.',
    address: ADDRESS,
    period: { from: '2026-01-01', to: '2026-09-30' },
    questions: {
      Q1: { asked: true, purpose: 'NEW_APPLICATION' },
      Q2: { asked: true, purpose: 'NEW_APPLICATION' },
    },
  },
  subject: subjectOf(inventedPerson('BG', seededRandom(seed))),
});

/** A complete answer to it. */
export const ANSWER = {
  completeness: 'FULL',
  qualityMark: 'Q1',
  content: {
    answers: {
      Q1: { registrations: [{ kind: 'RESIDENCE', address: ADDRESS, from: '2026-05-04' }] },
      Q2: { result: 'LIVES', since: '2026-05-04' },
    },
  },
} as const;
