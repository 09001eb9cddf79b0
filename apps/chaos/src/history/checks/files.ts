import type { Attach, HistoryEvent } from '../events';
import type { FileFact, Facts, Problem } from '../facts';
import { groupBy } from '../grouping';

/** What clients know of one file. */
interface Sent {
  readonly attach: Attach;
  readonly file: string | null;
  readonly refused: boolean;
}

const sentFiles = (events: readonly HistoryEvent[]): readonly Sent[] => {
  const files = new Map<string, string>();
  const refused = new Set<string>();
  for (const event of events) {
    if (event.type === 'attached') files.set(event.key, event.file);
    if (event.type === 'notAttached') refused.add(event.key);
  }
  return events.flatMap((event) =>
    event.type === 'attach'
      ? [{ attach: event, file: files.get(event.key) ?? null, refused: refused.has(event.key) }]
      : [],
  );
};

const judge = ({ attach, file, refused }: Sent, found: readonly FileFact[]): Problem[] => {
  const what = `file ${attach.key}`;
  if (found.length > 1)
    return [{ rule: 'nothing happens twice', detail: `${what} stands there ${found.length} times` }];
  const [stored] = found;
  if (refused && stored !== undefined)
    return [{ rule: 'nothing refused is left', detail: `${what} was refused and is there` }];
  if (file === null) return [];
  const isThere = stored?.id === file && stored.exchangeId === attach.exchange;
  return isThere
    ? []
    : [{ rule: 'nothing acknowledged is lost', detail: `${what} was acknowledged and is gone` }];
};

const readAgain = (events: readonly HistoryEvent[], sent: readonly Sent[]): Problem[] => {
  const known = new Map(sent.map(({ attach, file }) => [file, attach.sha256]));
  return events.flatMap((event): Problem[] =>
    event.type === 'downloaded' && event.sha256 !== known.get(event.file)
      ? [
          {
            rule: 'nothing acknowledged is lost',
            detail: `file ${event.file} ${event.sha256 === null ? `is not given out: ${event.why ?? 'nothing was said'}` : 'has other bytes'}`,
          },
        ]
      : [],
  );
};

/**
 * An acknowledged file is there once, at its case, with the bytes that were sent; a refused one left nothing, an
 * unknown one may be there once; none is there that nobody sent, and none stays in quarantine.
 */
export const checkFiles = (
  events: readonly HistoryEvent[],
  { files, exchanges }: Facts,
): readonly Problem[] => {
  const sent = sentFiles(events);
  const byHash = groupBy(files, ({ sha256 }) => sha256);
  const known = new Set(sent.map(({ attach }) => attach.sha256));
  const cases = new Set(exchanges.map(({ id }) => id));
  const strangers = files.filter(({ sha256, exchangeId }) => !known.has(sha256) || !cases.has(exchangeId));
  return [
    ...sent.flatMap((one) => judge(one, byHash.get(one.attach.sha256) ?? [])),
    ...readAgain(events, sent),
    ...strangers.map(({ id }): Problem => ({
      rule: 'nothing happens twice',
      detail: `file ${id} was sent by nobody, or belongs to no case`,
    })),
    ...files
      .filter(({ scan }) => scan === 'PENDING')
      .map(({ id }): Problem => ({ rule: 'no file stays in quarantine', detail: `file ${id} waits still` })),
  ];
};
