import { DEFAULT_SORT, type Trilingual } from '@soc-coop/contracts';
import type { ListWanted } from '../exchange-lists';
import type { ListWords } from './list-words';

/** What the head of a file tells beside the list's own words. */
export interface HeadFacts {
  readonly at: Date;
  /** Who took the list out. */
  readonly user: string;
  readonly records: number;
  readonly typeTitle: Trilingual | null;
  readonly unitName: Trilingual | null;
}

/** A filter in words where it is set. */
const said = <T extends string | number>(
  value: T | null | undefined,
  say: (value: T) => string,
): string | null => (value ? say(value) : null);

/** The filters in words; the names of type and unit are looked up by the caller. */
const filtersOf = (
  { filter }: ListWanted,
  { typeTitle, unitName }: HeadFacts,
  { t, day, locale }: ListWords,
): string[] => {
  const words: (readonly [label: string, value: string | null])[] = [
    [t('exchanges.filters.type'), said(filter.type, (code) => typeTitle?.[locale] ?? code)],
    [t('exchanges.filters.unit'), said(filter.unit, (id) => unitName?.[locale] ?? id)],
    [t('exchanges.filters.state'), said(filter.state, (state) => t(`exchanges.stateShort.${state}`))],
    [
      t('exchanges.filters.urgency'),
      said(filter.urgency, (urgency) => t(`exchanges.filters.urgent.${urgency}`)),
    ],
    [
      t('exchanges.filters.handler'),
      said(filter.handler, (handler) => t(`exchanges.filters.handlers.${handler}`)),
    ],
    [t('exchanges.filters.dueFrom'), said(filter.dueFrom, day)],
    [t('exchanges.filters.dueTo'), said(filter.dueTo, day)],
    [t('exchanges.filters.sentFrom'), said(filter.sentFrom, day)],
    [t('exchanges.filters.sentTo'), said(filter.sentTo, day)],
    [t('exchanges.filters.waitingDays'), said(filter.waitingDays, String)],
  ];
  return words.flatMap(([label, value]) => (value === null ? [] : [`${label}: ${value}`]));
};

/** The head of a list as a file: which list, how narrowed and sorted, when, by whom, how many records. */
export const headOf = (wanted: ListWanted, facts: HeadFacts, words: ListWords): string[][] => {
  const { t } = words;
  const filters = filtersOf(wanted, facts, words);
  return [
    [t('exchanges.export.list'), t(`common.queue.${wanted.queue}`)],
    [t('common.filters.label'), filters.length === 0 ? t('exchanges.export.noFilters') : filters.join('; ')],
    [t('exchanges.sort.label'), t(`exchanges.sort.${wanted.sort ?? DEFAULT_SORT[wanted.queue]}`)],
    [t('exchanges.export.at'), words.time(facts.at)],
    [t('exchanges.export.by'), facts.user],
    [t('exchanges.export.records'), String(facts.records)],
    [],
  ];
};
