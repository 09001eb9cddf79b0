import type { HistoryEvent } from '../events';
import type { Problem } from '../facts';

/** Whatever is broken, no answer may be the one for what nobody thought of. */
export const checkAnswers = (events: readonly HistoryEvent[]): readonly Problem[] =>
  events.flatMap((event): Problem[] =>
    event.type === 'unknown' && event.why.startsWith('INTERNAL')
      ? [{ rule: 'no answer is an internal error', detail: `${event.key}: ${event.why}` }]
      : [],
  );
