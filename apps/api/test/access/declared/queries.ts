import type { Declaration, Who } from '../declaration';
import { at, type Json, listAt, type Probe } from '../probe';
import {
  ADMINISTRATORS_HERE,
  AUDITORS,
  COLLEAGUE_VIEWERS,
  COORDINATORS_HERE,
  DRAFT_VIEWERS,
  LISTERS,
  mergeWho,
  STAFF,
  VIEWERS,
  WITHOUT_CASES,
  PERSON_VIEWERS,
} from './groups';

const isThere = (name: string) => (data: Json) => at(data, name) !== null;
const hasNodes = (name: string) => (data: Json) => listAt(data, name, 'nodes').length > 0;

/** What everybody with a sign-in or a token may ask: the directory, agreements, trainings, types. */
const open = (field: string, probe: Probe): Declaration => ({
  field: `Query.${field}`,
  probe,
  staff: { allowed: STAFF },
  otherwise: 'refused',
  nobody: 'sign-in',
  system: 'allowed',
});

/** Code lists that say nothing of anybody: whoever builds a system against ours reads them before signing in. */
const published = (field: string, probe: Probe): Declaration => ({
  ...open(field, probe),
  nobody: 'allowed',
});

const directory: readonly Declaration[] = [
  open('agreement', {
    query: 'query($id: ID!) { agreement(id: $id) { code } }',
    variables: ({ agreement }) => ({ id: agreement }),
    shows: isThere('agreement'),
  }),
  open('agreements', { query: '{ agreements { nodes { code } } }', shows: hasNodes('agreements') }),
  open('coverage', {
    query: `query($asking: ID!, $asked: ID!) {
      coverage(type: "EX02", requestingUnit: $asking, replyingUnit: $asked) { covered } }`,
    variables: ({ units }) => units,
  }),
  open('workingCalendar', {
    query: '{ workingCalendar(country: RO, year: 2026) { days { day } } }',
    shows: (data) => listAt(data, 'workingCalendar', 'days').length > 0,
  }),
  open('calendarChanges', { query: '{ calendarChanges(country: RO) { nodes { id } } }' }),
  {
    field: 'Query.calendarPreview',
    probe: {
      query: 'query($id: ID!) { calendarPreview(input: { country: RO, id: $id }) { value } }',
      variables: ({ calendarDay }) => ({ id: calendarDay }),
    },
    staff: { allowed: mergeWho(ADMINISTRATORS_HERE, COORDINATORS_HERE) },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'refused',
  },
  open('courses', { query: '{ courses { code } }' }),
  published('exchangeType', {
    query: '{ exchangeType(code: "EX02") { code } }',
    shows: isThere('exchangeType'),
  }),
  published('exchangeTypes', { query: '{ exchangeTypes { code } }' }),
  open('territories', { query: '{ territories { code } }' }),
  open('trainingSession', {
    query: 'query($id: ID!) { trainingSession(id: $id) { code } }',
    variables: ({ training }) => ({ id: training }),
    shows: isThere('trainingSession'),
  }),
  open('trainingSessions', {
    query: '{ trainingSessions { nodes { code } } }',
    shows: hasNodes('trainingSessions'),
  }),
  open('unit', {
    query: 'query($asking: ID!) { unit(id: $asking) { code } }',
    variables: ({ units }) => ({ asking: units.asking }),
    shows: isThere('unit'),
  }),
  open('unitByCode', { query: '{ unitByCode(code: "RO-AJPIS-CT") { code } }', shows: isThere('unitByCode') }),
  open('units', { query: '{ units(first: 1) { nodes { code } } }', shows: hasNodes('units') }),
];

const people: readonly Declaration[] = [
  {
    field: 'Query.account',
    probe: {
      query: 'query($id: ID!) { account(id: $id) { id } }',
      variables: ({ colleague }) => ({ id: colleague.id }),
    },
    staff: { allowed: COLLEAGUE_VIEWERS },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'hidden',
  },
  {
    field: 'Query.accounts',
    probe: {
      query: 'query($unit: ID!) { accounts(first: 100, filter: { unit: $unit }) { nodes { id } } }',
      variables: ({ units }) => ({ unit: units.asking }),
      shows: (data, { colleague }) =>
        listAt(data, 'accounts', 'nodes').some((node) => at(node, 'id') === colleague.id),
    },
    staff: { allowed: COLLEAGUE_VIEWERS },
    otherwise: 'masked',
    nobody: 'sign-in',
    system: 'refused',
  },
  {
    field: 'Query.auditEvents',
    probe: { query: '{ auditEvents(first: 1) { nodes { id } } }', shows: hasNodes('auditEvents') },
    staff: { allowed: AUDITORS },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'refused',
  },
  {
    field: 'Query.certificates',
    probe: {
      query: 'query($id: ID!) { certificates(account: $id) { number } }',
      variables: ({ officer }) => ({ id: officer }),
    },
    staff: {
      allowed: mergeWho(
        { asking: ['UNIT_COORDINATOR', 'TRAINING_ORGANISER', 'ADMINISTRATOR'], country: ['ADMINISTRATOR'] },
        COORDINATORS_HERE,
        AUDITORS,
      ),
    },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'hidden',
  },
  {
    field: 'Query.myCertificates',
    probe: {
      query: '{ myCertificates { number } }',
      shows: (data) => listAt(data, 'myCertificates').length > 0,
    },
    staff: { allowed: STAFF },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'masked',
  },
  {
    field: 'Query.mySignInSessions',
    probe: { query: '{ mySignInSessions { id userAgent } }' },
    staff: { allowed: STAFF },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'refused',
  },
  {
    field: 'Query.viewer',
    probe: { query: '{ viewer { account { id } } }', shows: isThere('viewer') },
    staff: { allowed: STAFF },
    otherwise: 'refused',
    nobody: 'masked',
    system: 'masked',
  },
];

/** Roles without cases are told so; everybody else who has no part in a case learns nothing of it. */
const seen = (viewers: Who): Declaration['staff'] => ({
  allowed: viewers,
  refused: WITHOUT_CASES,
});

const cases: readonly Declaration[] = [
  {
    field: 'Query.exchange',
    of: 'one that was answered',
    probe: {
      query: 'query($id: ID!) { exchange(id: $id) { number } }',
      variables: ({ exchange }) => ({ id: exchange.id }),
    },
    staff: seen(VIEWERS),
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.exchange',
    of: 'a draft',
    probe: {
      query: 'query($id: ID!) { exchange(id: $id) { state } }',
      variables: async ({ inState }) => ({ id: (await inState('draft')).id }),
    },
    staff: seen(DRAFT_VIEWERS),
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.exchangeReceipts',
    probe: {
      query: 'query($id: ID!) { exchangeReceipts(exchange: $id) { messageSha256 } }',
      variables: ({ exchange }) => ({ id: exchange.id }),
      shows: (data) => listAt(data, 'exchangeReceipts').length > 0,
    },
    staff: seen(VIEWERS),
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.exchangeByNumber',
    probe: {
      query: 'query($number: String!) { exchangeByNumber(number: $number) { id } }',
      variables: ({ exchange }) => ({ number: exchange.number }),
    },
    staff: seen(VIEWERS),
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.exchangeQueueCounts',
    probe: { query: '{ exchangeQueueCounts { all { value } } }' },
    staff: { allowed: LISTERS },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.exchanges',
    probe: {
      query: `query($number: String!) {
        exchanges(queue: ALL, first: 100, filter: { text: $number }) { nodes { id } totalCount { value } } }`,
      variables: ({ exchange }) => ({ number: exchange.number }),
      shows: (data, { exchange }) => {
        const found = listAt(data, 'exchanges', 'nodes').some((node) => at(node, 'id') === exchange.id);
        // A count must not tell what the rows hide.
        if (!found && at(data, 'exchanges', 'totalCount', 'value') !== 0)
          throw new Error('the count knows more than the list');
        return found;
      },
    },
    staff: seen(VIEWERS),
    otherwise: 'masked',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.searchExchanges',
    probe: {
      query: `query($number: String!) {
        searchExchanges(query: $number, first: 100) { nodes { exchange { id } } totalCount { value } } }`,
      variables: ({ exchange }) => ({ number: exchange.number }),
      shows: (data, { exchange }) => {
        const found = listAt(data, 'searchExchanges', 'nodes').some(
          (node) => at(node, 'exchange', 'id') === exchange.id,
        );
        // A count must not tell what the rows hide.
        if (!found && at(data, 'searchExchanges', 'totalCount', 'value') !== 0)
          throw new Error('the count knows more than the search');
        return found;
      },
    },
    staff: seen(VIEWERS),
    otherwise: 'masked',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.searchExchanges',
    of: 'a person',
    probe: {
      query: `query($name: String!, $number: String!) {
        searchExchanges(query: $name, identifier: $number, first: 100) { nodes { exchange { id } } } }`,
      variables: ({ exchange }) => ({ name: `Sterev ${exchange.number}`, number: '7730159420' }),
      shows: (data, { exchange }) =>
        listAt(data, 'searchExchanges', 'nodes').some((node) => at(node, 'exchange', 'id') === exchange.id),
    },
    staff: { ...seen(PERSON_VIEWERS), refused: mergeWho(WITHOUT_CASES, AUDITORS) },
    otherwise: 'masked',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.openCasesOfPerson',
    probe: {
      query: `query($person: SamePersonInput!) { openCasesOfPerson(person: $person) { exchange { id } } }`,
      variables: () => ({ person: { identifiers: [{ type: 'egn', value: '7730159420' }] } }),
      shows: (data) => listAt(data, 'openCasesOfPerson').length > 0,
    },
    staff: { ...seen(PERSON_VIEWERS), refused: mergeWho(WITHOUT_CASES, AUDITORS) },
    otherwise: 'masked',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.notices',
    probe: { query: '{ notices { nodes { id } } }' },
    staff: { allowed: LISTERS },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Query.unseenNotices',
    probe: { query: '{ unseenNotices { value } }' },
    staff: { allowed: LISTERS },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'allowed',
  },
];

/** Every question of the schema. */
export const QUERIES: readonly Declaration[] = [...directory, ...people, ...cases];
