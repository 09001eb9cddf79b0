/** What PostGraphile answers, as far as it is read here. */
interface Unit {
  readonly code: string;
  readonly nameRo: string;
  readonly nameBg: string;
  readonly nameEn: string;
}

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

interface Nodes<T> {
  readonly nodes: readonly T[];
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly urgency: string;
  readonly createdAt: string;
  readonly sentAt: string;
  readonly unitByRequestingUnitId: Unit;
  readonly unitByReplyingUnitId: Unit;
  readonly handler: Named | null;
  readonly dueKind: string | null;
  readonly dueOn: string;
  readonly subjectByExchangeId: (Named & { readonly birthDate: string | null }) | null;
}

interface Message {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly language: string;
  readonly openedContent: unknown;
  readonly sentAt: string;
  readonly accountByAuthorId: Named;
  readonly unitByAuthorUnitId: { readonly code: string };
}

interface Move {
  readonly sequence: number;
  readonly move: string;
  readonly side: string | null;
  readonly at: string;
  readonly openedNote: string | null;
  readonly stateAfter: string;
  readonly accountByAccountId: Named | null;
  readonly unitByUnitId: { readonly code: string };
}

interface Case extends Row {
  readonly accountByAuthorId: Named;
  readonly exchangeMessagesByExchangeId: Nodes<Message>;
  readonly exchangeMovesByExchangeId: Nodes<Move>;
}

const CAP = 1_000;

const instant = (text: string): string => new Date(text).toISOString();
const unit = ({ code, nameRo, nameBg, nameEn }: Unit) => ({
  code,
  name: { ro: nameRo, bg: nameBg, en: nameEn },
});
const nameOf = ({ familyName, givenName }: Named) => ({ familyName, givenName });

const row = (from: Row) => ({
  id: from.id,
  number: from.number,
  state: from.state,
  version: from.version,
  urgency: from.urgency,
  createdAt: instant(from.createdAt),
  sentAt: instant(from.sentAt),
  requestingUnit: unit(from.unitByRequestingUnitId),
  replyingUnit: unit(from.unitByReplyingUnitId),
  handler: from.handler,
});

const message = (from: Message) => ({
  id: from.id,
  kind: from.kind,
  version: from.version,
  language: from.language,
  content: from.openedContent,
  sentAt: instant(from.sentAt),
  author: from.accountByAuthorId,
  authorUnit: from.unitByAuthorUnitId,
});

const move = ({ sequence, move: name, side, at, openedNote, stateAfter, ...from }: Move) => ({
  sequence,
  move: name,
  by: side,
  at: instant(at),
  note: openedNote,
  stateAfter,
  account: from.accountByAccountId,
  unit: from.unitByUnitId,
});

/** A page of an inbox, in the product's words. */
export const inboxMeaning = (data: unknown): unknown => {
  const { waitingPage, waitingCount } = data as { waitingPage: Nodes<Row>; waitingCount: number };
  const nodes = waitingPage.nodes.map((from) => ({
    ...row(from),
    deadline: from.dueKind === null ? null : { kind: from.dueKind, due: from.dueOn },
    subject: from.subjectByExchangeId === null ? null : { name: nameOf(from.subjectByExchangeId) },
  }));
  const totalCount = { value: Math.min(waitingCount, CAP), capped: waitingCount > CAP };
  return { exchanges: { nodes, totalCount } };
};

/** What a search found, in the product's words. */
export const searchMeaning = (data: unknown): unknown => {
  const { searchPage, searchCount } = data as { searchPage: Nodes<Row>; searchCount: number };
  const nodes = searchPage.nodes.map((from) => ({
    exchange: {
      id: from.id,
      number: from.number,
      state: from.state,
      requestingUnit: { code: from.unitByRequestingUnitId.code },
      replyingUnit: { code: from.unitByReplyingUnitId.code },
      subject: from.subjectByExchangeId === null ? null : { name: nameOf(from.subjectByExchangeId) },
    },
  }));
  const totalCount = { value: Math.min(searchCount, CAP), capped: searchCount > CAP };
  return { searchExchanges: { nodes, totalCount } };
};

/** A case, in the product's words. */
export const caseMeaning = (data: unknown): unknown => {
  const { ownCase } = data as { ownCase: Case };
  const messages = ownCase.exchangeMessagesByExchangeId.nodes;
  const requests = messages.filter(({ kind }) => kind === 'REQUEST').map(message);
  const person = ownCase.subjectByExchangeId;
  return {
    exchange: {
      ...row(ownCase),
      author: ownCase.accountByAuthorId,
      subject: person === null ? null : { name: nameOf(person), birthDate: person.birthDate },
      request: requests.at(-1) ?? null,
      answers: messages.filter(({ kind }) => kind === 'ANSWER').map(message),
      timeline: ownCase.exchangeMovesByExchangeId.nodes.map(move),
    },
  };
};
