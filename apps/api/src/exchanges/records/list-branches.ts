import type { ExchangeQueue } from '@soc-coop/contracts';
import { type ListFilter, narrow, type Viewpoint } from './list-filter';
import type { ListRequest } from './list-request';

/** The literal lists of the partial indexes: written exactly as in the migration, or the planner cannot use them. */
const REPLIER_TURN = `e.state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED')`;
const REQUESTER_TURN = `e.state in ('CLARIFICATION', 'ANSWERED', 'REFUSED')`;
const UNSENT = `e.state in ('DRAFT', 'PENDING_APPROVAL')`;
/** A proposed day or a wish to reopen that waits for a side's yes or no, whoever's turn it is otherwise. */
const REQUESTER_DECIDES = `e.decision_by = 'REQUESTER'`;
const REPLIER_DECIDES = `e.decision_by = 'REPLIER'`;
/** Discarded drafts were never anybody else's business and stand in no list. */
const KEPT = `e.state <> 'DELETED'`;

/** How each queue asks, for one unit ($1); each branch walks one index. */
const BRANCHES: Readonly<Record<ExchangeQueue, readonly string[]>> = {
  NEEDS_ME: [
    `e.replying_unit_id = $1 and ${REPLIER_TURN}`,
    `e.requesting_unit_id = $1 and ${REQUESTER_TURN}`,
    `e.requesting_unit_id = $1 and ${REQUESTER_DECIDES}`,
    `e.replying_unit_id = $1 and ${REPLIER_DECIDES}`,
  ],
  // What waits for one's own decision needs oneself first, although the other side has its turn as well.
  WAITING: [
    `e.requesting_unit_id = $1 and ${REPLIER_TURN} and e.decision_by is null`,
    `e.replying_unit_id = $1 and ${REQUESTER_TURN}`,
    `e.requesting_unit_id = $1 and ${REPLIER_DECIDES}`,
    `e.replying_unit_id = $1 and ${REQUESTER_DECIDES} and e.state = 'CLOSED'`,
  ],
  DUE_SOON: [`e.replying_unit_id = $1 and ${REPLIER_TURN}`, `e.requesting_unit_id = $1 and ${REPLIER_TURN}`],
  OVERDUE: [`e.replying_unit_id = $1 and ${REPLIER_TURN}`, `e.requesting_unit_id = $1 and ${REPLIER_TURN}`],
  DRAFTS: [`e.requesting_unit_id = $1 and ${UNSENT}`],
  ALL: [
    `e.requesting_unit_id = $1 and ${KEPT}`,
    `e.replying_unit_id = $1 and e.sent_at is not null and ${KEPT}`,
  ],
};

/** Drafts with a second officer: as literal as the partial index wants it. */
const WITH_APPROVAL = `${UNSENT} and e.request_approval is not null`;

/**
 * Corrections with a second officer, where the case is not in the list already because it is the unit's turn: as
 * literal as the partial indexes want it.
 */
const REQUEST_CORRECTION = `e.requesting_unit_id = $1 and e.request_correction_approval is not null
  and ${REPLIER_TURN} and e.decision_by is distinct from 'REQUESTER'`;
const ANSWER_CORRECTION = `e.replying_unit_id = $1 and e.answer_correction_approval is not null
  and e.state in ('CLARIFICATION', 'ANSWERED')`;

/** A correction waits for whoever approves and had no hand in it, and comes back to whoever wrote it. */
const corrections = (me: string, approves: boolean): readonly string[] =>
  (
    [
      [REQUEST_CORRECTION, 'request_correction_approval', 'REQUEST_CORRECTION'],
      [ANSWER_CORRECTION, 'answer_correction_approval', 'ANSWER_CORRECTION'],
    ] as const
  ).flatMap(([own, stage, part]) => {
    const hand = `exists (select from exchange_draft d where d.exchange_id = e.id and d.part = '${part}' and ${me} = any(d.writers))`;
    return [
      `${own} and e.${stage} = 'SENT_BACK' and ${hand}`,
      ...(approves ? [`${own} and e.${stage} = 'PENDING' and not ${hand}`] : []),
    ];
  });

/** What waits for one person and not for the whole unit: drafts and corrections to approve, and those that came back. */
const personal = ({ queue, mine }: ListRequest, params: unknown[]): readonly string[] => {
  if (queue !== 'NEEDS_ME' || mine.accountId === null) return [];
  const me = `$${params.push(mine.accountId)}::uuid`;
  const own = `e.requesting_unit_id = $1 and ${WITH_APPROVAL}`;
  return [
    `${own} and e.request_approval in ('SENT_BACK', 'APPROVED') and e.requester_handler_id = ${me}`,
    ...(mine.approves ? [`${own} and e.request_approval = 'PENDING' and e.author_id <> ${me}`] : []),
    ...corrections(me, mine.approves),
  ];
};

/** For those whose reach is wider than a unit, row-level security alone says which rows there are. */
const WIDE: Readonly<Record<ExchangeQueue, readonly string[]>> = {
  NEEDS_ME: [`$1::uuid is null and ${REPLIER_TURN}`, `$1::uuid is null and ${REPLIER_DECIDES}`],
  WAITING: [`$1::uuid is null and ${REQUESTER_TURN}`, `$1::uuid is null and ${REQUESTER_DECIDES}`],
  DUE_SOON: [`$1::uuid is null and ${REPLIER_TURN}`],
  OVERDUE: [`$1::uuid is null and ${REPLIER_TURN}`],
  DRAFTS: [`$1::uuid is null and ${UNSENT}`],
  ALL: [`$1::uuid is null and ${KEPT}`],
};

const viewpointOf = ({ unitId, country, mine }: ListRequest): Viewpoint => ({
  accountId: mine.accountId,
  unit: unitId !== null,
  country,
});

/**
 * Cuts a list to deadlines that are near or over. The first range is one the index is walked by; each country's own
 * days decide within it.
 */
const pressing = (queue: ExchangeQueue, { RO, BG }: ListRequest['cutOffs'], params: unknown[]): string => {
  if (queue !== 'DUE_SOON' && queue !== 'OVERDUE') return '';
  const place = (day: string): string => `$${params.push(day)}::date`;
  const [ro, bg] = [place(RO.today), place(BG.today)];
  const own = `case e.replying_country when 'RO' then ${ro} else ${bg} end`;
  if (queue === 'OVERDUE') return ` and e.due_on < greatest(${ro}, ${bg}) and e.due_on < ${own}`;
  const [soonRo, soonBg] = [place(RO.soonUntil), place(BG.soonUntil)];
  return ` and e.due_on >= least(${ro}, ${bg}) and e.due_on <= greatest(${soonRo}, ${soonBg})
    and e.due_on >= ${own}
    and e.due_on <= case e.replying_country when 'RO' then ${soonRo} else ${soonBg} end`;
};

/** The parts of a query that both the page and the count share. */
export interface Source {
  readonly branches: readonly string[];
  readonly params: unknown[];
}

/** The branches of a list, each cut to the reader's rights and the filter, with the values of their parameters. */
export const sourceOf = (request: ListRequest): Source => {
  const { queue, unitId, filter, cutOffs, rights } = request;
  const params: unknown[] = [unitId];
  const within = rights({ alias: 'e', from: params.length + 1 });
  params.push(...within.params);
  const narrowed = ` and ${within.sql}${narrow(filter, viewpointOf(request), params)}${pressing(queue, cutOffs, params)}`;
  const branches = unitId === null ? WIDE[queue] : [...BRANCHES[queue], ...personal(request, params)];
  return { branches: branches.map((branch) => `${branch}${narrowed}`), params };
};

/** What a filter by words looks at beside the case. */
export const join = ({ names }: ListFilter): string =>
  names === null ? '' : 'join subject s on s.exchange_id = e.id';
