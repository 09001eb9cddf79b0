const UNIT = 'code name { ro bg en }';
const PERSON = 'givenName familyName';

/** The page of what waits for one's own unit. */
export const INBOX = `query Inbox($first: Int!) { exchanges(queue: NEEDS_ME, first: $first) {
  nodes { id number state version urgency createdAt sentAt deadline { kind due }
    requestingUnit { ${UNIT} } replyingUnit { ${UNIT} } handler { ${PERSON} }
    subject { name { familyName givenName } } }
  totalCount { value capped } } }`;

const MESSAGE = `id kind version language content sentAt author { ${PERSON} } authorUnit { code }`;

/** One case with its messages and everything that happened. */
export const CASE = `query Case($id: ID!) { exchange(id: $id) {
  id number state version urgency createdAt sentAt
  requestingUnit { ${UNIT} } replyingUnit { ${UNIT} } author { ${PERSON} } handler { ${PERSON} }
  subject { name { familyName givenName } birthDate }
  request { ${MESSAGE} } answers { ${MESSAGE} }
  timeline { sequence move by at note stateAfter account { ${PERSON} } unit { code } } } }`;

/** What a few words find within one's own unit. */
export const SEARCH = `query Search($query: String!, $first: Int!) { searchExchanges(query: $query, first: $first) {
  nodes { exchange { id number state requestingUnit { code } replyingUnit { code }
    subject { name { familyName givenName } } } }
  totalCount { value capped } } }`;

/** A reminder with a message: move, new version, audit event, outgoing signal, key. */
export const REMIND = `mutation Remind($input: ExchangeMoveInput!) { remindReplier(input: $input) { id state version } }`;
