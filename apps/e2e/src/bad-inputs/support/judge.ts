import type { Answer } from '../../api/caller';

/** Marks of the machine behind an answer: stacks, SQL, paths, and the names of what we are built with. */
const LEAKS: readonly RegExp[] = [
  /\bat [\w.<>[\] ]+ \([^)]*:\d+:\d+\)/,
  /node_modules|file:\/\/\/|\/(?:home|root|usr|var|work|tmp|opt)\/[\w.-]+\//,
  /\.(?:js|ts|mjs|cjs):\d+/,
  /\b(?:QueryFailedError|TypeError|RangeError|ReferenceError|SQLSTATE|FST_ERR_\w+|HPE_\w+)\b/,
  /syntax error at or near|violates \w+(?:-\w+)? constraint|relation "\w+"|duplicate key value/i,
  /\b(?:select\b.{1,200}\bfrom|insert into|update \w+ set|delete from)\b/i,
  /\b(?:fastify|nestjs|apollo-server|typeorm|graphql-jit|node-postgres)\b/i,
  /call stack|is not a function|cannot read propert|undefined|\[object Object\]/i,
  /\{[a-z]+\}/,
];

/** The members of a JSON answer that words may leak through. */
const JSON_TYPES = /^application\/(?:[\w.-]+\+)?json\b/;

/** What an answer owes whoever asked, whatever was asked. */
export interface Judged {
  /** Texts that this caller has no right to see. */
  readonly canaries?: readonly string[];
  /** What the caller sent: to get it back is no leak. */
  readonly sent?: string;
  /** True where a fault was injected and 503 is the right answer. */
  readonly mayBeUnavailable?: boolean;
  /** True for HEAD, whose answers are never more than their headers. */
  readonly bodiless?: boolean;
}

const statusFaults = (
  { status, headers }: Answer<unknown>,
  { mayBeUnavailable = false }: Judged,
): string[] => [
  ...(status >= 500 && !(mayBeUnavailable && status === 503) ? [`status ${status}`] : []),
  ...(status === 503 && !headers.has('retry-after') ? ['503 without Retry-After'] : []),
];

/** A file to be kept, which no browser shows as a page or takes for another kind. */
const isFile = ({ status, headers }: Answer<unknown>): boolean =>
  status === 200 &&
  /^attachment;/.test(headers.get('content-disposition') ?? '') &&
  headers.get('x-content-type-options') === 'nosniff';

const isEmpty = ({ status, headers, body }: Answer<unknown>, { bodiless = false }: Judged): boolean =>
  body === '' && (bodiless || status === 204 || headers.get('content-length') === '0');

const shapeFaults = (answer: Answer<unknown>, judged: Judged): string[] => {
  const { headers, body } = answer;
  const faults = headers.has('x-request-id') ? [] : ['no request id'];
  if (isEmpty(answer, judged) || isFile(answer)) return faults;
  if (!JSON_TYPES.test(headers.get('content-type') ?? '')) faults.push('not JSON by its type');
  if (typeof body === 'string') faults.push('not JSON');
  return faults;
};

/** Errors among the members of a GraphQL answer that is 200 as a whole. */
const innerFaults = (text: string): string[] =>
  /"code":"INTERNAL"|"reason":"service\.internal"/.test(text) ? ['an internal error'] : [];

/** Everything that is wrong with an answer; nothing for a good one. */
export const faultsOf = (answer: Answer<unknown>, judged: Judged = {}): string[] => {
  const { sent = '', canaries = [] } = judged;
  const whole = JSON.stringify(answer.body);
  const text = sent === '' ? whole : whole.replaceAll(JSON.stringify(sent).slice(1, -1), '');
  return [
    ...statusFaults(answer, judged),
    ...shapeFaults(answer, judged),
    ...innerFaults(whole),
    ...LEAKS.filter((leak) => leak.test(text)).map((leak) => `shows ${leak.source}`),
    ...canaries.filter((canary) => text.includes(canary)).map(() => 'a foreign value'),
  ];
};

/** Asserts that nothing is wrong with an answer. */
export const expectClean = (answer: Answer<unknown>, judged: Judged = {}): void => {
  expect({ faults: faultsOf(answer, judged), body: answer.body }).toEqual({ faults: [], body: answer.body });
};
