import { Injectable } from '@nestjs/common';
import {
  awaitedSide,
  EXCHANGE_STATES,
  type ExchangeMove,
  type ExchangeSide,
  LIMITS,
  type NoticeKind,
  type NoticeList,
  type Role,
} from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import type { CursorKey } from '../../platform/paging';

/** A move of the other side or of a colleague, or a word about a deadline, as the bell shows it. */
export interface NoticeRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly number: string | null;
  readonly kind: NoticeKind;
  /** The move, where the notice speaks of one. */
  readonly move: ExchangeMove | null;
  /** The due day, where it speaks of a deadline. */
  readonly dueOn: string | null;
  readonly at: Date;
  readonly seenAt: Date | null;
}

/** A word about a deadline: for the whole unit, for one person of it, or for whoever holds a role there. */
export interface NewNotice {
  readonly id: string;
  readonly kind: Exclude<NoticeKind, 'MOVE'>;
  readonly unitId: string;
  readonly accountId?: string | null;
  readonly role?: Role | null;
  readonly exchangeId: string;
  readonly dueOn: string;
  readonly at: Date;
}

/** Who looks: a person of a unit with roles there; partner systems see what is meant for the whole unit. */
export interface NoticeReader {
  readonly unitId: string;
  readonly accountId: string | null;
  readonly roles: readonly Role[];
}

/** What is meant for the reader ($1 unit, $2 account, $3 roles): written once for page, count and mark. */
const MEANT = `n.unit_id = $1 and (n.account_id is null or n.account_id = $2::uuid)
  and (n.role is null or n.role = any($3::text[]))`;

/** Which notices an act is about: those named, or those of an instant. */
export type NoticeChoice = Date | readonly string[];

/** The choice as two parameters, one of them empty. */
const choiceParams = (choice: NoticeChoice): unknown[] =>
  choice instanceof Date ? [null, choice] : [choice, null];

const statesOf = (side: ExchangeSide): string =>
  EXCHANGE_STATES.filter((state) => awaitedSide(state) === side)
    .map((state) => `'${state}'`)
    .join(', ');

/** A correction waits for one officer, whoever's turn the case is: the one who approves, or who has it back. */
const CORRECTION_WAITS = `case n.move when 'SUBMIT_CORRECTION' then 'PENDING' when 'SEND_CORRECTION_BACK' then 'SENT_BACK' end
  = case $1 when e.requesting_unit_id then e.request_correction_approval else e.answer_correction_approval end`;

/** What each list asks for beside being meant for the reader; a decision that is awaited needs a side as well. */
const LISTED: Readonly<Record<NoticeList, string>> = {
  NEEDS_ME: `and (
    (e.replying_unit_id = $1 and (e.state in (${statesOf('REPLIER')}) or e.decision_by = 'REPLIER'))
    or (e.requesting_unit_id = $1 and (e.state in (${statesOf('REQUESTER')}) or e.decision_by = 'REQUESTER'))
    or ${CORRECTION_WAITS})`,
  UNSEEN: 'and n.seen_at is null',
  ALL: '',
};

const readerParams = ({ unitId, accountId, roles }: NoticeReader): unknown[] => [unitId, accountId, roles];

/** Stores notices; a unit sees its own. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  /** Adds a notice; the second delivery of the same signal changes nothing. */
  async add(notice: {
    id: string;
    unitId: string;
    exchangeId: string;
    move: ExchangeMove;
    at: Date;
    /** Whom alone it is meant for; without, the whole unit. */
    accountId?: string;
  }): Promise<void> {
    await this.database.execute(
      `insert into notice (id, unit_id, exchange_id, move, at, account_id) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [notice.id, notice.unitId, notice.exchangeId, notice.move, notice.at, notice.accountId ?? null],
    );
  }

  /** Marks what a unit's officers were told of a move as seen: it has been dealt with. */
  async settle(done: { unitId: string; exchangeId: string; move: ExchangeMove; at: Date }): Promise<void> {
    await this.database.execute(
      `update notice set seen_at = $4 where unit_id = $1 and exchange_id = $2 and move = $3
         and seen_at is null and at <= $4`,
      [done.unitId, done.exchangeId, done.move, done.at],
    );
  }

  /** Adds words about deadlines. */
  async addAll(notices: readonly NewNotice[]): Promise<void> {
    await this.database.execute(
      `insert into notice (id, kind, unit_id, account_id, role, exchange_id, due_on, at)
       select id, kind, "unitId", "accountId", role, "exchangeId", "dueOn", at
       from jsonb_to_recordset($1::jsonb) as n(id uuid, kind text, "unitId" uuid, "accountId" uuid, role text,
         "exchangeId" uuid, "dueOn" date, at timestamptz)`,
      [JSON.stringify(notices)],
    );
  }

  /** Up to `limit` notices of a list meant for a reader, the newest first, after a cursor. */
  async page(
    reader: NoticeReader,
    list: NoticeList,
    after: CursorKey | null,
    limit: number,
  ): Promise<NoticeRow[]> {
    const cursor = after === null ? '' : 'and (n.at, n.id) < ($5::timestamptz, $6::uuid)';
    return this.database.query<NoticeRow>(
      `select n.id, n.exchange_id as "exchangeId", e.number, n.kind, n.move, n.due_on::text as "dueOn", n.at,
         n.seen_at as "seenAt"
       from notice n join exchange e on e.id = n.exchange_id
       where ${MEANT} ${LISTED[list]} ${cursor} order by n.at desc, n.id desc limit $4`,
      [...readerParams(reader), limit, ...(after ?? [])],
    );
  }

  /**
   * How many notices meant for a reader are not seen, counted to one past the cap. A request that was forwarded is
   * out of sight, and what was told of it with it.
   */
  async countUnseen(reader: NoticeReader): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from (select 1 from notice n
         join exchange e on e.id = n.exchange_id where ${MEANT} and n.seen_at is null
         limit ${LIMITS.countCap + 1}) capped`,
      readerParams(reader),
    );
    return row?.count ?? 0;
  }

  /** Marks what is meant for a reader as seen: the notices named, or everything up to an instant; gives how many. */
  async markSeen(reader: NoticeReader, choice: NoticeChoice, at: Date): Promise<number> {
    return this.database.execute(
      `update notice n set seen_at = $6 where ${MEANT} and n.seen_at is null
         and ($4::uuid[] is null or n.id = any($4)) and ($5::timestamptz is null or n.at <= $5)`,
      [...readerParams(reader), ...choiceParams(choice), at],
    );
  }

  /** Takes back that notices were seen: of those named, or of what was marked at an instant; gives how many. */
  async markUnseen(reader: NoticeReader, choice: NoticeChoice): Promise<number> {
    return this.database.execute(
      `update notice n set seen_at = null where ${MEANT} and n.seen_at is not null
         and ($4::uuid[] is null or n.id = any($4)) and ($5::timestamptz is null or n.seen_at = $5)`,
      [...readerParams(reader), ...choiceParams(choice)],
    );
  }
}
