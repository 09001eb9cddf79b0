import type { Talk } from '../../product';

interface Message {
  readonly id: string;
  readonly content: string;
}

interface Move {
  readonly id: string;
  readonly note: string | null;
}

/** A case as the statement gives it: what was said is still sealed. */
export interface SealedCase {
  readonly data: {
    readonly exchange: {
      readonly request: Message | null;
      readonly answers: readonly Message[];
      readonly timeline: readonly Move[];
    };
  };
}

/** The same with contents and remarks opened. */
export const openCase = ({ data: { exchange } }: SealedCase, talk: Talk): unknown => {
  const message = (sealed: Message) => ({ ...sealed, content: talk.openContent(sealed.id, sealed.content) });
  const move = ({ id, note, ...rest }: Move) => ({
    ...rest,
    note: note === null ? null : talk.openNote(id, note),
  });
  return {
    data: {
      exchange: {
        ...exchange,
        request: exchange.request === null ? null : message(exchange.request),
        answers: exchange.answers.map(message),
        timeline: exchange.timeline.map(move),
      },
    },
  };
};
