import type { MessageKey } from '@soc-coop/messages';
import { clockTime, dateRange, dateTime, longDate, monthOf, plainDate, shortDate, wordList } from './format';
import { useMessages } from './use-messages';

/** Dates, times and enumerations in the reader's language. */
export const useFormat = () => {
  const { locale, t } = useMessages();
  return {
    shortDate: (date: string) => shortDate(locale.value, date),
    longDate: (date: string) => longDate(locale.value, date),
    month: (month: string) => monthOf(locale.value, month),
    plainDate: (date: string) => plainDate(locale.value, date),
    dateRange: (from: string, to: string) => dateRange(locale.value, from, to),
    dateTime: (instant: string) => dateTime(locale.value, instant),
    clockTime: (instant: string) => clockTime(locale.value, instant),
    list: (words: readonly string[]) => wordList(locale.value, words),
    /** A count that stopped at its cap reads "over 1000". */
    count: (value: { value: number; capped: boolean }, key?: MessageKey): string => {
      if (value.capped) return t('common.count.capped', { n: value.value });
      return key ? t(key, { n: value.value }) : String(value.value);
    },
  };
};
