/** A test that tries a row elsewhere, by its file and title. */
export interface Elsewhere {
  readonly file: string;
  readonly title: string;
}

const at = (file: string, title: string): Elsewhere => ({ file, title });
const ACCESS = 'apps/e2e/src/access.e2e.ts';
const LIMITS = 'apps/e2e/src/graphql-limits.e2e.ts';
const SIGN_IN = 'apps/api/src/access/sign-in.medium.spec.ts';
const CLIENTS = 'apps/api/src/access/clients.medium.spec.ts';
const IDENTIFIERS = 'libs/domain/src/identifiers/check.spec.ts';
const INSPECT = 'apps/api/src/platform/files/inspection/inspect.spec.ts';
const LIVE = 'apps/api/src/exchanges/live/live-changes.medium.spec.ts';
const ATTACHMENTS = 'apps/api/src/exchanges/attachments/attachments.medium.spec.ts';
const MATRIX = 'apps/api/test/access/access-matrix.medium.spec.ts';
const BOUNDS = 'apps/api/test/request-bounds.medium.spec.ts';
const shownAsText = at('apps/e2e/src/bad-inputs/markup.e2e.ts', 'is shown as it was written on %s');
const vectors = at(IDENTIFIERS, 'has all vectors of the reference');
const files = at(INSPECT, 'refuses %s');
const matrix = at(MATRIX, '%s is given to whom it is declared and to nobody else');

/** Rows that a test of another size, or of another file, tries already. */
export const ELSEWHERE: Readonly<Record<string, Elsewhere>> = {
  'AUTH-005': at(SIGN_IN, 'takes the e-mail address in capitals and the password in another normal form'),
  'AUTH-006': at(ACCESS, 'is locked after repeated failures, and the answers do not tell whether it exists'),
  'AUTH-007': at(SIGN_IN, 'stops one address that tries one password on many accounts'),
  'AUTH-010': at(SIGN_IN, 'refuses a code of five minutes ago'),
  'AUTH-011': at(SIGN_IN, 'takes each recovery code once'),
  'AUTH-021': at(SIGN_IN, 'cannot be undone by who needs one, and can by who does not'),
  'JWT-003': at(CLIENTS, 'refuses every assertion with one changed bit of its signature'),
  'JWT-023': at(CLIENTS, 'takes an assertion once, also when it comes twice at the same moment'),
  'JWT-025': at('apps/e2e/src/graphql-partner.e2e.ts', 'a system of Olt has no part in it either'),
  'CSRF-009': at(ACCESS, 'on %s: what browsers need to protect the reader, and a request id'),
  'IDN-001': vectors,
  'IDN-002': vectors,
  'IDN-003': vectors,
  'IDN-004': vectors,
  'IDN-006': vectors,
  'IDN-007': vectors,
  'IDN-008': vectors,
  'IDN-011': vectors,
  'IDN-019': vectors,
  'AUZ-002': matrix,
  'AUZ-003': matrix,
  'AUZ-012': matrix,
  'AUZ-013': at(LIMITS, 'is told of neither id nor number more than of ones that nobody ever gave'),
  'AUZ-006': at(
    'apps/api/src/exchanges/approvals.medium.spec.ts',
    'is approved by nobody who opened it, wrote in it or submitted it',
  ),
  'AUZ-009': at(
    'apps/e2e/src/bad-inputs/foreign-ids.e2e.ts',
    'an id of another unit’s record is told from an id nobody gave by no field at all',
  ),
  'IDM-002': at(
    'apps/api/src/trainings/enrolment-race.medium.spec.ts',
    'get the first answer again for the same request, sent many times at once',
  ),
  'IDM-004': at(LIMITS, 'belongs to who sent it: the key of one officer says nothing to another'),
  'IDM-010': at(LIMITS, 'a save of an older version is a conflict that says what became of it'),
  'UPL-002': files,
  'UPL-003': files,
  'UPL-004': at('apps/e2e/src/files.e2e.ts', 'a polyglot is refused, and nothing of it is left'),
  'UPL-005': files,
  'UPL-008': files,
  'UPL-009': files,
  'UPL-011': files,
  'UPL-016': at('apps/e2e/src/files.e2e.ts', 'a connection cut at half resumes where the safe bytes end'),
  'CSV-005': at(ACCESS, 'holds no number, name, address, token or password, whatever was sent'),
  'CSV-007': at(ACCESS, 'holds no number, name, address, token or password, whatever was sent'),
  'RTM-005': at(
    'apps/e2e/src/live.e2e.ts',
    'a move made through one process reaches who listens at another, and nobody else',
  ),
  'RTM-009': at(INSPECT, 'judges hostile repetition in the time of honest files'),
  'AUD-006': at('apps/api/src/access/audit-trail.medium.spec.ts', 'cannot be changed by the product itself'),
  'AUD-009': at(
    'apps/api/test/refused-credential.medium.spec.ts',
    'leaves one event where it wanted to change something, and none where it only asked',
  ),
  'AUD-011': at(
    'apps/api/src/platform/config/load-config.spec.ts',
    'names every wrong setting at once and shows no value',
  ),
  'AUTH-016': at(LIVE, 'end with the last role in a unit'),
  'JWT-002': at(CLIENTS, 'signed by a secret made of the public key'),
  'JWT-004': at(CLIENTS, 'of another issuer'),
  'JWT-009': at(CLIENTS, 'of another issuer'),
  'JWT-011': at(CLIENTS, 'with a key name like SQL'),
  'JWT-012': at(CLIENTS, 'signed with another key'),
  'JWT-013': at(CLIENTS, 'with a critical header nobody knows'),
  'RTM-003': at(LIVE, 'does not open for pages of another site, whatever cookie their browser sends along'),
  'UPL-014': at('apps/api/src/platform/files/inspection/file-name.spec.ts', 'sees through %s'),
  'UPL-017': at(ATTACHMENTS, 'stores equal contents of one exchange once, and those of two exchanges apart'),
  'UNI-007': at('libs/domain/src/names/search-key.spec.ts', 'meets wherever the search keys meet'),
  'UNI-008': at(
    'libs/domain/src/names/search-key.spec.ts',
    'is its own key, whatever the case and the composition',
  ),
  'HTTP-029': at(
    'apps/e2e/src/bad-inputs/slow-senders.e2e.ts',
    'senders of one byte at a time are cut off, and everybody else is served meanwhile',
  ),
  'GQL-037': at(
    BOUNDS,
    'is so many requests in a minute from one place, and the next ones wait, while other places go on',
  ),
  'GQL-038': at(
    BOUNDS,
    'is no statement without an end: what waits for a lock is told to come again, and its place is given back',
  ),
  'UNI-017': shownAsText,
  'UNI-018': shownAsText,
  'DAT-009': at(
    'apps/api/src/exchanges/decided-moves.medium.spec.ts',
    'must lie ahead, on a working day of the replier, within sixty of them, and be another than the due day',
  ),
  'DAT-015': at(
    'apps/chaos/src/scenarios/wrong-clock.ts',
    'a clock that jumps two days ahead and an hour back is told, deletes and reminds of nothing',
  ),
  'PAG-012': at(
    'apps/api/src/exchanges/search/search-quota.medium.spec.ts',
    'waits for the rest of the hour after all of them, and goes on then',
  ),
  'AUZ-014': at(
    'apps/api/test/hidden-or-absent.medium.spec.ts',
    'asked for %s costs the same work as one that never was',
  ),
  'AUZ-018': at(
    'apps/api/src/exchanges/exports/exports.medium.spec.ts',
    'goes with the page: every sort and filter of the screen, no other rows',
  ),
  'IDM-007': at(
    'apps/api/test/old-keys.medium.spec.ts',
    'does not send a request twice: the version it was sent with is long over',
  ),
  'IDM-008': at(
    'apps/chaos/src/scenarios/after-commit.ts',
    'killed between commit and answer, the same key gets the stored answer and nothing happens twice',
  ),
  'IDM-009': at('apps/e2e/src/together-browser.e2e.ts', 'a double click sends once'),
  'IDM-015': at(
    'apps/api/src/platform/acts/acts.medium.spec.ts',
    'is done again, whole and under its key, where PostgreSQL made it the loser of a deadlock',
  ),
  'DAT-014': at('libs/domain/src/money/money.spec.ts', 'refuses what no benefit amounts to'),
};

/** Rows of what the product does not have. */
export const NOT_BUILT: Readonly<Record<string, string>> = {
  'AUTH-018': 'passwords are set anew by an administrator; there is no reset by mail',
  'AUTH-019': 'no mail with a link is sent',
  'JWT-017': 'there are no refresh tokens: access tokens last five minutes (ADR 0014)',
  'CSV-003': 'nothing is imported',
  'WHK-001': 'there are no webhooks: systems subscribe over websockets',
  'WHK-002': 'there are no webhooks',
  'WHK-005': 'there are no webhooks',
  'WHK-007': 'there are no webhooks',
  'WHK-008': 'there are no webhooks',
  'WHK-009': 'there are no webhooks',
  'WHK-010': 'there are no webhooks',
  'WHK-011': 'there are no webhooks',
  'WHK-013': 'there are no inbound webhooks',
  'WHK-016': 'there are no webhooks',
  'AUD-001': 'the audit trail is append-only by rights, not yet sealed as a chain',
  'AUD-004': 'there are no witnessed checkpoints yet',
  'AUD-005': 'there are no inclusion and consistency proofs yet',
  'AUD-010': 'erasing a person (GDPR 17) is not built yet',
  'AUZ-019': 'blocking after the retention time is not built yet',
};

/** Rows that are tried, and answered otherwise than the catalogue says, on purpose. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  'HTTP-007': 'the second member wins as in every JSON reader; what is audited is what was executed',
  'HTTP-010':
    '400 by CSRF prevention: GET stays open to programs that show by a header that they are none of a browser',
  'GQL-005': 'introspection is what nests deeply in this schema; it is refused by validation or by depth',
  'GQL-021': 'arguments are validated when the field runs: 200 with the error, which names the list',
  'GQL-022': 'as GQL-021; nothing reaches SQL',
  'GQL-028': 'somebody else’s case is not found, whatever the alias',
  'GQL-029': 'the schema has no interfaces; the fragment is on the type itself',
  'GQL-034': '200 with the error, as clients of persisted queries expect it (ADR 0019)',
  'JWT-016': 'there is one kind of token; a refresh is a grant that is not supported',
  'JWT-019':
    'there are no client secrets: systems sign assertions (RFC 7523); a secret is no request for a token',
  'CSRF-005': 'there is no CORS at all: a preflight is refused like any request that is none of GraphQL',
  'IDM-005': 'the schema asks for the key: refused as a variable that is missing',
  'IDN-001': 'numbers are warned of and confirmed, not blocked: people have wrong numbers in their papers',
  'DAT-004': 'days of any year that exists are taken where they only search; forms bound them themselves',
  'DAT-005': 'who is not born yet is refused; no age is too high: invented people are given ages nobody has',
  'DAT-011': 'minus nought is nought; the others are refused before they are read',
  'PAG-003':
    'a cursor only says where a page ended; rights are asked anew, so that one of another list leads nowhere',
  'PAG-015': 'no such argument exists: refused by validation',
  'UPL-015': 'uploads are no multipart (tus): 415 for all of its forms',
  'UPL-019': 'ranges are not served: a range gets the whole file',
  'PAG-012':
    '200 with the error and the seconds to wait, as for every field; the supervisor finds the refusals in the audit trail',
  'AUTH-016': 'rights end at the next request and on open connections; shown for sessions',
};
