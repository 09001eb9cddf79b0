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
  'PAG-012': 'searches are audited one by one; there is no quota on them yet',
};

/** Rows whose area exists and that no test tries yet: what is owed, by name. The list may only become shorter. */
export const OWED: Readonly<Record<string, string>> = {
  'HTTP-029': 'slow senders: the server ends them after 30 s; 200 of them at once are not sent yet',
  'GQL-037': '1,200 requests a minute from one address: the limit exists, the flood is not sent yet',
  'GQL-038':
    'statements end after 10 s; no lock is held against a query yet (the chaos run stops the database)',
  'CSRF-006': 'X-Forwarded-For counts only behind TRUST_PROXY; not tried against the limit yet',
  'UNI-005': 'zero-width characters are taken out; two such persons are not compared yet',
  'UNI-011': 'texts of four-byte characters, written and read back',
  'UNI-012': 'lengths exactly at their limits, in code points, by form, API and column',
  'UNI-017': 'markup in texts: the pages show it as text; not looked at in every page yet',
  'UNI-018': 'template marks in texts, as UNI-017',
  'DAT-005': 'dates of birth: the form’s own rules are tested, not through the API yet',
  'DAT-009': 'days proposed in the past or on a holiday are refused; not tried here yet',
  'DAT-015': 'a clock that jumps is a fault, not an input: it belongs to the chaos run',
  'PAG-005': 'the cursor of a row that is no longer visible',
  'AUZ-014': 'the time of an answer for hidden and for absent records is not measured yet',
  'AUZ-018': 'lists are taken out as files since today; not tried here yet',
  'IDM-007': 'a key after its retention time, with a clock of the test’s own',
  'IDM-008': 'a kill between commit and answer belongs to the chaos run',
  'IDM-009': 'a double click in the browser',
  'IDM-015': 'two bulk changes in opposite order',
  'UPL-015': 'uploads are no multipart; its malformed forms are all one refusal, not tried one by one yet',
  'UPL-019': 'ranges are not served: a range gets the whole file; not tried yet',
  'CSV-001': 'formulas in cells of files taken out: new today, not tried here yet',
  'RTM-002': 'a connection that never greets',
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
  'DAT-011': 'minus nought is nought; the others are refused before they are read',
  'PAG-003':
    'a cursor only says where a page ended; rights are asked anew, so that one of another list leads nowhere',
  'PAG-015': 'no such argument exists: refused by validation',
  'AUTH-016': 'rights end at the next request and on open connections; shown for sessions',
};
