/** The operations the journeys send: written out, as a partner would write them. */

const MOVES = `
  id version state number side
  moves { move allowed refusals { code params } }
  timeline { sequence move by stateAfter }`;

export const OPEN = `mutation Open($input: OpenExchangeInput!) { openExchange(input: $input) { ${MOVES} } }`;
export const SAVE = `mutation Save($input: SaveExchangeDraftInput!) { saveExchangeDraft(input: $input) { id version } }`;
export const SEND = `mutation Send($input: ExchangeMoveInput!) { sendExchange(input: $input) { ${MOVES} } }`;
export const ACCEPT = `mutation Accept($input: ExchangeMoveInput!) { acceptExchange(input: $input) { ${MOVES} } }`;
export const SAVE_ANSWER = `mutation SaveAnswer($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { id version } }`;
export const ANSWER = `mutation Answer($input: AnswerExchangeInput!) { answerExchange(input: $input) { ${MOVES} } }`;
export const CLOSE = `mutation Close($input: ReasonedMoveInput!) { closeExchange(input: $input) { ${MOVES} } }`;
export const DISCARD = `mutation Discard($input: ExchangeMoveInput!) { discardExchangeDraft(input: $input) { ${MOVES} } }`;
export const REVEAL = `mutation Reveal($input: RevealIdentifiersInput!) { revealIdentifiers(input: $input) { type value } }`;

/** Moves of which only the step matters: where it led, and the version for the next. */
const stepOf = (name: string, type: string): string =>
  `mutation Step($input: ${type}!) { step: ${name}(input: $input) { id version state } }`;
export const REFUSE = stepOf('refuseExchange', 'ReasonedMoveInput');
export const WITHDRAW = stepOf('withdrawExchange', 'ExchangeMoveInput');
export const SUBMIT = stepOf('submitExchange', 'ExchangeMoveInput');
export const APPROVE = stepOf('approveExchange', 'ExchangeMoveInput');
export const SEND_BACK = stepOf('sendExchangeBack', 'ExchangeMoveInput');
export const FORWARD = `mutation Forward($input: ForwardExchangeInput!) { forwardExchange(input: $input) { number unit { code } } }`;

/** Everything the schema gives of one exchange. */
const WHOLE = `
  id number state stateSince version side language urgency urgencyReason nationalFileNumber createdAt sentAt closedAt
  type { code version title { ro bg en } }
  requestingUnit { code name { ro bg en } } replyingUnit { code name { ro bg en } }
  author { id familyName givenName email } handler { id familyName givenName email }
  subject {
    id pseudonym name { familyName givenName familyNameLatin givenNameLatin patronymic }
    birthDate sex details identifiers { type country masked warnings { code params } }
  }
  request { ...message } answers { ...message }
  draft { content subject version savedBy { familyName } }
  deadline { kind due overdue dueSoon workingDaysReplier workingDaysRequester }
  citation { version clause legalBasis agreement { code } }
  moves { move allowed refusals { code params } }
  timeline {
    sequence move by stateAfter at reasonCode note messageId agreementVersion clause
    unit { code } account { familyName givenName email }
  }`;

const MESSAGE = `fragment message on ExchangeMessage {
  id kind version language content contentSha256 completeness qualityMark sentAt
  authorUnit { code } author { familyName givenName email }
}`;

export const BY_ID = `query ById($id: ID!) { exchange(id: $id) { ${WHOLE} } } ${MESSAGE}`;
export const BY_NUMBER = `query ByNumber($number: String!) { exchangeByNumber(number: $number) { ${WHOLE} } } ${MESSAGE}`;

export const LIST = `query List($queue: ExchangeQueue!, $filter: ExchangeFilter, $first: Int, $after: String) {
  exchanges(queue: $queue, filter: $filter, first: $first, after: $after) {
    nodes { id number state side subject { pseudonym name { familyName } } }
    pageInfo { hasNextPage endCursor } totalCount { value capped }
  }
}`;

export const COUNTS = `{ exchangeQueueCounts { all { value } needsMe { value } waiting { value } drafts { value } } }`;

export const NOTICES = `{ notices(first: 100) { nodes { exchangeId number move } } unseenNotices { value } }`;

export const TRAIL = `query Trail($filter: AuditEventFilter, $first: Int) {
  auditEvents(filter: $filter, first: $first) {
    nodes { id at action outcome reason actorKind actorLabel resourceType resourceId requestId detail unit { code } }
    totalCount { value capped }
  }
}`;

export const COVERAGE = `query Coverage($type: String!, $requestingUnit: ID!, $replyingUnit: ID!, $date: LocalDate) {
  coverage(type: $type, requestingUnit: $requestingUnit, replyingUnit: $replyingUnit, date: $date) {
    covered citation { version clause agreement { code } } refusals { code params }
  }
}`;

export const UNIT = `query Unit($code: String!) { unitByCode(code: $code) { id code } }`;
