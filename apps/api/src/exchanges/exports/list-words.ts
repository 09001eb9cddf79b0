import type { Locale } from '@soc-coop/contracts';
import { formatMessage, type MessageKey, type MessageParams, type MessageTree } from '@soc-coop/messages';
import bg from '@soc-coop/messages/bg';
import en from '@soc-coop/messages/en';
import ro from '@soc-coop/messages/ro';

const CATALOGUES: Readonly<Record<Locale, MessageTree>> = { ro, bg, en };

/** Both countries keep Eastern European Time; instants are written in it wherever the reader sits. */
const ZONE = 'Europe/Bucharest';

const WRITTEN = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

const partsOf = (instant: Date): Readonly<Record<string, string>> =>
  Object.fromEntries(WRITTEN.formatToParts(instant).map(({ type, value }) => [type, value]));

/** The words of a list as a file, in the reader's language. Days are written as on screen, the same in all three. */
export interface ListWords {
  readonly locale: Locale;
  readonly t: (key: MessageKey, params?: MessageParams) => string;
  /** 24.11.2026 */
  readonly day: (date: string) => string;
  /** The day of an instant. */
  readonly dayOf: (instant: Date) => string;
  /** 24.11.2026, 14:02 (Europe/Bucharest) */
  readonly time: (instant: Date) => string;
}

/** The words in one language. */
export const listWords = (locale: Locale): ListWords => {
  const dayOf = (instant: Date): string => {
    const { day, month, year } = partsOf(instant);
    return `${day}.${month}.${year}`;
  };
  return {
    locale,
    t: (key, params) => formatMessage(locale, CATALOGUES[locale], key, params),
    day: (date) => date.split('-').reverse().join('.'),
    dayOf,
    time: (instant) => {
      const { hour, minute } = partsOf(instant);
      return `${dayOf(instant)}, ${hour}:${minute} (${ZONE})`;
    },
  };
};
