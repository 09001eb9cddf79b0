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

/** The filters in words; the names of type and unit are looked up by the caller. */
const filtersOf = (
  { filter }: ListWanted,
  { typeTitle, unitName }: HeadFacts,
  { t, day, locale }: ListWords,
): string[] => {
  const words: (readonly [label: string, value: string | null])[] = [
    [t('exchanges.filters.type'), filter.type ? (typeTitle?.[locale] ?? filter.type) : null],
    [t('exchanges.filters.unit'), filter.unit ? (unitName?.[locale] ?? filter.unit) : null],
    [t('exchanges.filters.state'), filter.state ? t(`exchanges.stateShort.${filter.state}`) : null],
    [t('exchanges.filters.urgency'), filter.urgency ? t(`exchanges.filters.urgent.${filter.urgency}`) : null],
    [
      t('exchanges.filters.handler'),
      filter.handler ? t(`exchanges.filters.handlers.${filter.handler}`) : null,
    ],
    [t('exchanges.filters.dueFrom'), filter.dueFrom ? day(filter.dueFrom) : null],
    [t('exchanges.filters.dueTo'), filter.dueTo ? day(filter.dueTo) : null],
    [t('exchanges.filters.sentFrom'), filter.sentFrom ? day(filter.sentFrom) : null],
    [t('exchanges.filters.sentTo'), filter.sentTo ? day(filter.sentTo) : null],
    [t('exchanges.filters.waitingDays'), filter.waitingDays ? String(filter.waitingDays) : null],
  ];
  return words.flatMap(([label, value]) => (value === null ? [] : [`${label}: ${value}`]));
};

/** The head of a list as a file: which list, how narrowed and sorted, when, by whom, how many records. */
export const headOf = (wanted: ListWanted, facts: HeadFacts, words: ListWords): string[][] => {
  const { t } = words;
  const filters = filtersOf(wanted, facts, words);
  return [
    [t('exchanges.export.list'), t(`common.queue.${wanted.queue}`)],
    [
      t('exchanges.filters.label'),
      filters.length === 0 ? t('exchanges.export.noFilters') : filters.join('; '),
    ],
    [t('exchanges.sort.label'), t(`exchanges.sort.${wanted.sort ?? DEFAULT_SORT[wanted.queue]}`)],
    [t('exchanges.export.at'), words.time(facts.at)],
    [t('exchanges.export.by'), facts.user],
    [t('exchanges.export.records'), String(facts.records)],
    [],
  ];
};
