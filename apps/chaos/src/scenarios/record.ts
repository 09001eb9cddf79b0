import type { Problem } from '../history/facts';
import type { Heard } from '../clients/wire';

/** One answer, and when it came. */
interface Answer {
  readonly from: number;
  readonly to: number;
  readonly status: number | null;
  readonly retryAfter: boolean;
}

/** What every client was answered, for those who ask how the product behaved while something was broken. */
export class AnswerRecord {
  private readonly answers: Answer[] = [];

  /** Hears an answer; given to the clients. */
  readonly witness = (heard: Heard): void => {
    const to = performance.now();
    const answered = heard.kind === 'answer';
    this.answers.push({
      from: to - heard.ms,
      to,
      status: answered ? heard.status : null,
      retryAfter: answered && heard.headers['retry-after'] !== undefined,
    });
  };

  /** The answers to what was asked, or still waited for, within a time. */
  within(from: number, to: number): readonly Answer[] {
    return this.answers.filter((one) => one.to > from && one.from < to);
  }

  /** The longest anybody waited within that time, in milliseconds from its beginning on. */
  longest(from: number, to: number): number {
    return Math.round(Math.max(0, ...this.within(from, to).map((one) => waited(one, from))));
  }
}

/** How long somebody waited, not counted what lies before an instant. */
const waited = (one: Answer, from: number): number => one.to - Math.max(one.from, from);

/** What a request of the clients is answered once it is done: a query, a new upload, a part of one. */
const DONE: ReadonlySet<number | null> = new Set([200, 201, 204]);

/** What was under way may have been done just in time, or found that it was not. */
const isExpected = ({ from, status, retryAfter }: Answer, since: number): boolean =>
  (status === 503 && retryAfter) || (DONE.has(status) && from < since);

/**
 * Whether whoever asked while the database was away was told so: 503 with the time to ask again, and soon enough.
 * @param longestMs the patience of an officer
 */
export const checkAway = (
  record: AnswerRecord,
  { from, to, longestMs }: { readonly from: number; readonly to: number; readonly longestMs: number },
): readonly Problem[] => {
  const rule = 'the service says that it is away, and soon';
  const answers = record.within(from, to);
  const late = answers.filter((one) => waited(one, from) > longestMs);
  const odd = answers.filter((one) => !isExpected(one, from));
  return [
    ...(answers.length === 0 ? [{ rule, detail: 'nobody asked anything' } as const] : []),
    ...(late.length > 0
      ? [
          {
            rule,
            detail: `${late.length} of ${answers.length} answers took longer than ${longestMs} ms`,
          } as const,
        ]
      : []),
    ...(odd.length > 0
      ? [
          {
            rule,
            detail: `${odd.length} of ${answers.length} answers were not 503 with Retry-After: ${[
              ...new Set(odd.map(({ status }) => status ?? 'none')),
            ].join(', ')}`,
          } as const,
        ]
      : []),
  ];
};
