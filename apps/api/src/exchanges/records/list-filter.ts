import { type ExchangeHandler, type ExchangeState, URGENCIES, type Urgency } from '@soc-coop/contracts';
import { NOTHING_DUE } from './exchange.row';

/** What a list is narrowed to; everything given must hold. */
export interface ListFilter {
  readonly type: string | null;
  readonly state: ExchangeState | null;
  readonly unit: string | null;
  /** So urgent, or more. */
  readonly urgency: Urgency | null;
  readonly handler: ExchangeHandler | null;
  readonly dueFrom: string | null;
  readonly dueTo: string | null;
  readonly sentFrom: string | null;
  readonly sentTo: string | null;
  /** In its state since before this instant. */
  readonly unchangedSince: Date | null;
  readonly number: string | null;
  /** Keys a name is found by, made by `searchKey` and `nameKey`; any of them will do. */
  readonly names: readonly string[] | null;
}

/** Who looks, and from where: which side is the own one. */
export interface Viewpoint {
  readonly accountId: string | null;
  /** True where $1 is the viewer's unit. */
  readonly unit: boolean;
  /** The country of those who look over a whole country. */
  readonly country: string | null;
}

/** Both countries keep Eastern European Time, so one wall clock says what a day is. */
const ZONE = `'Europe/Bucharest'`;

/** True where nothing is narrowed. */
export const isPlain = (filter: ListFilter): boolean => Object.values(filter).every((part) => part === null);

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** A degree of urgency and those above it. */
const atLeast = (urgency: Urgency | null): readonly Urgency[] | null =>
  urgency === null ? null : URGENCIES.slice(URGENCIES.indexOf(urgency));

/** Who is in charge on the viewer's side; on the replier's for those who stand on neither. */
const ownHandler = ({ unit, country }: Viewpoint, params: unknown[]): string => {
  const asks = unit
    ? 'e.requesting_unit_id = $1'
    : country === null
      ? 'false'
      : `e.requesting_country = $${params.push(country)}`;
  return `case when ${asks} then e.requester_handler_id else e.replier_handler_id end`;
};

const byHandler = (filter: ListFilter, viewpoint: Viewpoint, params: unknown[]): string => {
  if (filter.handler === null) return '';
  const handler = ownHandler(viewpoint, params);
  return filter.handler === 'NOBODY'
    ? ` and ${handler} is null`
    : ` and ${handler} = $${params.push(viewpoint.accountId)}::uuid`;
};

/** The conditions of a filter, each begun with `and`; their values are added to the parameters. */
export const narrow = (filter: ListFilter, viewpoint: Viewpoint, params: unknown[]): string => {
  const conditions: string[] = [];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value === null) return;
    params.push(value);
    conditions.push(condition(`$${params.length}`));
  };
  add((place) => `e.type_code = ${place}`, filter.type);
  add((place) => `e.state = ${place}`, filter.state);
  add((place) => `${place}::uuid in (e.requesting_unit_id, e.replying_unit_id)`, filter.unit);
  add((place) => `e.urgency = any(${place})`, atLeast(filter.urgency));
  // Where nothing is due the table says so by a day at the end of time; no list of due days wants those.
  add((place) => `e.due_on >= ${place}::date and e.due_on < '${NOTHING_DUE}'`, filter.dueFrom);
  add((place) => `e.due_on <= ${place}::date`, filter.dueTo);
  add((place) => `e.sent_at >= ${place}::date::timestamp at time zone ${ZONE}`, filter.sentFrom);
  add((place) => `e.sent_at < (${place}::date + 1)::timestamp at time zone ${ZONE}`, filter.sentTo);
  add((place) => `e.state_since < ${place}::timestamptz`, filter.unchangedSince);
  add((place) => `e.number = ${place}`, filter.number);
  add((place) => `s.search_key like any(${place})`, filter.names?.map(likePattern) ?? null);
  return conditions.map((condition) => ` and ${condition}`).join('') + byHandler(filter, viewpoint, params);
};
