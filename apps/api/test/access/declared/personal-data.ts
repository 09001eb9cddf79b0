import { freshKey } from '../../support/browser';
import type { Declaration } from '../declaration';
import { at, type Json } from '../probe';
import {
  ADMINISTRATORS_HERE,
  AUDITORS,
  COLLEAGUE_VIEWERS,
  COORDINATORS_HERE,
  mergeWho,
  PERSON_VIEWERS,
  READ,
  VIEWERS,
  WITHOUT_CASES,
  WORK,
} from './groups';

const isShown = (value: Json): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The selection that leads to a field: `subject.name.familyName` is `{ subject { name { familyName } } }`. */
const selection = (path: readonly string[], leaf = ''): string =>
  path.length === 0 ? leaf : `{ ${path[0]!} ${selection(path.slice(1), leaf)} }`;

/** A field of the person, the contents or the free texts of the sample exchange. */
const ofCase = (field: string, path: string, leaf = ''): Declaration => {
  const steps = path.split('.');
  return {
    field,
    probe: {
      query: `query($id: ID!) { exchange(id: $id) ${selection(steps, leaf)} }`,
      variables: ({ exchange }) => ({ id: exchange.id }),
      shows: (data) => isShown(at(data, 'exchange', ...steps)),
    },
    staff: { allowed: PERSON_VIEWERS, masked: AUDITORS, refused: WITHOUT_CASES },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'allowed',
  };
};

const cases: readonly Declaration[] = [
  ...['familyName', 'givenName', 'patronymic', 'familyNameLatin', 'givenNameLatin'].map((name) =>
    ofCase(`PersonName.${name}`, `subject.name.${name}`),
  ),
  ofCase('Subject.name', 'subject.name', '{ familyName }'),
  ofCase('Subject.birthDate', 'subject.birthDate'),
  ofCase('Subject.sex', 'subject.sex'),
  ofCase('Subject.identifiers', 'subject.identifiers', '{ type }'),
  ofCase('Subject.details', 'subject.details'),
  ofCase('IdentifierMask.masked', 'subject.identifiers.masked'),
  ofCase('ExchangeMessage.content', 'request.content'),
  ofCase('ExchangeMoveRecord.note', 'timeline.note'),
  ofCase('Exchange.urgencyReason', 'urgencyReason'),
  ofCase('Exchange.nationalFileNumber', 'nationalFileNumber'),
  {
    field: 'SubjectSummary.name',
    probe: {
      query: `query($number: String!) {
        exchanges(queue: ALL, filter: { text: $number }) { nodes { subject { name { familyName } } } } }`,
      variables: ({ exchange }) => ({ number: exchange.number }),
      shows: (data) => isShown(at(data, 'exchanges', 'nodes', 'subject', 'name')),
    },
    staff: { allowed: PERSON_VIEWERS, refused: WITHOUT_CASES },
    otherwise: 'masked',
    nobody: 'sign-in',
    system: 'allowed',
  },
  ...['RevealedIdentifier.value', 'Mutation.revealIdentifiers'].map((field): Declaration => ({
    field,
    probe: {
      query: 'mutation($input: RevealIdentifiersInput!) { revealIdentifiers(input: $input) { value } }',
      variables: ({ exchange }) => ({
        input: { idempotencyKey: freshKey(), exchangeId: exchange.id, purpose: 'DECISION' },
      }),
      shows: (data) => isShown(at(data, 'revealIdentifiers', 'value')),
    },
    staff: {
      allowed: { asking: WORK, asked: WORK },
      refused: mergeWho(VIEWERS, WITHOUT_CASES),
    },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'refused',
  })),
];

/** Names of files: of what was sent, and of what the asking unit is still writing. */
const files: readonly Declaration[] = [
  ofCase('ExchangeFile.name', 'answers.files.name'),
  {
    field: 'ExchangeDraftFile.name',
    probe: {
      query: 'query($id: ID!) { exchange(id: $id) { draftFiles { name } } }',
      variables: async ({ draftFile }) => ({ id: (await draftFile()).exchange }),
      shows: (data) => isShown(at(data, 'exchange', 'draftFiles', 'name')),
    },
    staff: {
      allowed: { asking: [...READ, 'NATIONAL_COORDINATOR'] },
      masked: AUDITORS,
      refused: WITHOUT_CASES,
    },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'allowed',
  },
];

/** What the asking unit is still writing: nobody outside of it knows, not even that there is something. */
const drafts: readonly Declaration[] = ['content', 'subject'].map((name) => ({
  field: `ExchangeDraft.${name}`,
  probe: {
    query: `query($id: ID!) { exchange(id: $id) { draft { ${name} } } }`,
    variables: async ({ inState }) => ({ id: (await inState('draft')).id }),
    shows: (data) => isShown(at(data, 'exchange', 'draft', name)),
  },
  staff: {
    allowed: { asking: [...READ, 'NATIONAL_COORDINATOR'] },
    masked: AUDITORS,
    refused: WITHOUT_CASES,
  },
  otherwise: 'hidden',
  nobody: 'sign-in',
  system: 'allowed',
}));

/** The officer behind the sample exchange: both sides know the name, the own side the address too. */
const officerOf = (name: 'givenName' | 'familyName' | 'email'): Declaration => ({
  field: `Account.${name}`,
  of: 'the officer of an exchange',
  probe: {
    query: `query($id: ID!) { exchange(id: $id) { author { ${name} } } }`,
    variables: ({ exchange }) => ({ id: exchange.id }),
    shows: (data) => {
      const value = at(data, 'exchange', 'author', name);
      return typeof value === 'string' && isShown(value) && !/^P-[0-9A-F]{8}$/.test(value);
    },
  },
  staff:
    name === 'email'
      ? {
          allowed: mergeWho({ asking: READ }, COORDINATORS_HERE),
          masked: mergeWho(
            { asked: [...READ, 'NATIONAL_COORDINATOR'], abroad: ['NATIONAL_COORDINATOR'] },
            AUDITORS,
          ),
          refused: WITHOUT_CASES,
        }
      : { allowed: PERSON_VIEWERS, masked: AUDITORS, refused: WITHOUT_CASES },
  otherwise: 'hidden',
  nobody: 'sign-in',
  system: name === 'email' ? 'masked' : 'allowed',
});

/** A colleague looked up among the people. */
const colleagueOf = (name: 'givenName' | 'familyName' | 'email'): Declaration => ({
  field: `Account.${name}`,
  of: 'a colleague',
  probe: {
    query: `query($id: ID!) { account(id: $id) { ${name} } }`,
    variables: ({ colleague }) => ({ id: colleague.id }),
    shows: (data) => {
      const value = at(data, 'account', name);
      return typeof value === 'string' && isShown(value) && !/^P-[0-9A-F]{8}$/.test(value);
    },
  },
  staff: { masked: AUDITORS, allowed: COLLEAGUE_VIEWERS },
  otherwise: 'hidden',
  nobody: 'sign-in',
  system: 'hidden',
});

const people: readonly Declaration[] = [
  ...(['givenName', 'familyName', 'email'] as const).flatMap((name) => [officerOf(name), colleagueOf(name)]),
  {
    field: 'Account.memberships',
    probe: {
      query: 'query($id: ID!) { exchange(id: $id) { author { memberships { role } } } }',
      variables: ({ exchange }) => ({ id: exchange.id }),
      shows: (data) => isShown(at(data, 'exchange', 'author', 'memberships')),
    },
    staff: {
      allowed: mergeWho({ asking: READ }, COORDINATORS_HERE, AUDITORS),
      masked: { asked: [...READ, 'NATIONAL_COORDINATOR'], abroad: ['NATIONAL_COORDINATOR'] },
      refused: WITHOUT_CASES,
    },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'masked',
  },
  {
    field: 'Account.secondFactor',
    probe: {
      query: 'query($id: ID!) { account(id: $id) { secondFactor } }',
      variables: ({ colleague }) => ({ id: colleague.id }),
      shows: (data) => isShown(at(data, 'account', 'secondFactor')),
    },
    staff: { allowed: ADMINISTRATORS_HERE, masked: COLLEAGUE_VIEWERS },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'hidden',
  },
  {
    field: 'TrainingSession.participants',
    probe: {
      query: 'query($id: ID!) { trainingSession(id: $id) { participants { account { id } } } }',
      variables: ({ training }) => ({ id: training }),
      shows: (data) => isShown(at(data, 'trainingSession', 'participants')),
    },
    staff: {
      allowed: mergeWho({ asking: ['TRAINING_ORGANISER', 'UNIT_COORDINATOR'] }, COORDINATORS_HERE, AUDITORS),
    },
    otherwise: 'masked',
    nobody: 'sign-in',
    system: 'masked',
  },
];

/** Every field of the schema that holds data of a person. */
export const PERSONAL: readonly Declaration[] = [...cases, ...files, ...drafts, ...people];
