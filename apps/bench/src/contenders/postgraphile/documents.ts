const UNIT = 'code nameRo nameBg nameEn';
const PERSON = 'givenName familyName';
const ROW = `id number state version urgency createdAt sentAt
  unitByRequestingUnitId { ${UNIT} } unitByReplyingUnitId { ${UNIT} } handler { ${PERSON} }`;

export const INBOX = `query Inbox($first: Int!) {
  waitingPage(pageSize: $first) { nodes { ${ROW} dueKind dueOn subjectByExchangeId { ${PERSON} } } }
  waitingCount }`;

export const CASE = `query Case($id: UUID!) { ownCase(caseId: $id) {
  ${ROW} accountByAuthorId { ${PERSON} } subjectByExchangeId { ${PERSON} birthDate }
  exchangeMessagesByExchangeId(orderBy: [SENT_AT_ASC, VERSION_ASC]) { nodes {
    id kind version language openedContent sentAt accountByAuthorId { ${PERSON} } unitByAuthorUnitId { code } } }
  exchangeMovesByExchangeId(orderBy: [SEQUENCE_ASC]) { nodes {
    sequence move side at openedNote stateAfter accountByAccountId { ${PERSON} } unitByUnitId { code } } } } }`;

export const SEARCH = `query Search($exact: [String]!, $tolerant: [String]!, $first: Int!) {
  searchPage(exact: $exact, tolerant: $tolerant, pageSize: $first) { nodes { id number state
    unitByRequestingUnitId { code } unitByReplyingUnitId { code } subjectByExchangeId { ${PERSON} } } }
  searchCount(exact: $exact, tolerant: $tolerant) }`;

export const REMIND = `mutation Remind($input: ReminderInput!) { remindReplier(input: $input) { id state version } }`;
