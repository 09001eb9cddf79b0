import { Injectable } from '@nestjs/common';
import { INTERNAL_STATES } from '@soc-coop/contracts';
import { type AccountRow, selectAccounts } from '../../access';
import { CITED, REGISTER_OF_TYPE } from '../../agreements';
import { LINEAGES_OF, SELECT_UNITS, type UnitRow, UNITS_BY_IDS } from '../../directory';
import {
  Database,
  type KnownRead,
  makeMarkedPlan,
  makeReadPlan,
  type MarkedPlan,
  type PlannedRead,
  prepared,
  type ReadPlan,
  type ReadStatement,
} from '../../platform/database';
import { CERTIFICATES_OF } from '../../trainings';
import { FILES_OF } from '../attachments/file.repository';
import { DEADLINE_CHANGES_OF } from '../deadlines/calendar/deadline-change.repository';
import { CORRECTION_OF, type DraftPart } from '../records/draft';
import { DRAFT_OF } from '../records/draft.repository';
import { KEY_OF } from '../records/exchange-key.repository';
import { EXCHANGE_BY_ID } from '../records/exchange.repository';
import type { ExchangeRow } from '../records/exchange.row';
import { MESSAGE_HEADS_OF, MESSAGES_OF } from '../records/message.repository';
import { MOVES_OF, MOVES_WITH_NOTES } from '../records/move.repository';
import { SUBJECT_OF } from '../subjects/subject.repository';
import { markedRows, markOf, markRows } from './case-marks';
import type { CaseLook } from './look';
import type { MoveLook } from './move-look';

/** For whom a case is read. */
export interface CaseReader {
  /** The officer whose certificates count; null where nobody acts. */
  readonly officerId: string | null;
  readonly unitId: string | null;
  /** The day roles are judged by. */
  readonly day: string;
}

type Read = PlannedRead<ExchangeRow, CaseReader>;

/** The offices an exchange ($1) speaks of. */
const UNITS_OF_CASE: ReadStatement = {
  text: `${SELECT_UNITS} where unit.id in (
    select requesting_unit_id from exchange where id = $1
    union select replying_unit_id from exchange where id = $1
    union select unit_id from exchange_move where exchange_id = $1
    union select to_unit_id from exchange_move where exchange_id = $1
    union select author_unit_id from exchange_message where exchange_id = $1)`,
  instants: [],
};

/** The people an exchange ($1) speaks of, with their roles on a day ($2). */
const PEOPLE_OF_CASE: ReadStatement = {
  text: `${selectAccounts('$2')} where a.id in (
    select unnest(array[author_id, requester_handler_id, replier_handler_id]) from exchange where id = $1
    union select unnest(array[account_id, to_account_id]) from exchange_move where exchange_id = $1
    union select author_id from exchange_message where exchange_id = $1
    union select unnest(array[saved_by, submitted_by, approved_by]) from exchange_draft where exchange_id = $1)`,
  instants: [],
};

const ROWS_OF_CASE = ['exchange_move', 'exchange_message', 'exchange_draft'].map(
  (table) =>
    `${table} as materialized (select * from public.${table} where exchange_id = (select id from asked))`,
);
const ASKED = `with asked as materialized (
    select $1::uuid as id, $2::uuid as officer, $3::uuid as unit, $4::text as day)`;
const withRows = (lock: string): string => `${ASKED},
  exchange as materialized (select * from public.exchange where id = (select id from asked)${lock}),
  ${ROWS_OF_CASE.join(',\n  ')}`;
const WITH = withRows('');
/** The same with the row locked, as for a move. */
const WITH_LOCK = withRows(' for no key update');
const ID = '(select id from asked)';
const SIDES = `(select array_remove(array[requesting_unit_id, replying_unit_id], null) from exchange)::uuid[]`;
const UNSENT = `state in (${INTERNAL_STATES.map((state) => `'${state}'`).join(', ')})`;

const sidesOf = ({ requestingUnitId, replyingUnitId }: ExchangeRow): readonly string[] => [
  requestingUnitId,
  ...(replyingUnitId === null ? [] : [replyingUnitId]),
];
const draftPart = ({ state }: ExchangeRow): DraftPart =>
  INTERNAL_STATES.some((internal) => internal === state) ? 'REQUEST' : 'ANSWER';
const correctionPart = ({ requestingUnitId }: ExchangeRow, { unitId }: CaseReader): DraftPart =>
  CORRECTION_OF[requestingUnitId === unitId ? 'REQUESTER' : 'REPLIER'];

/** A statement that is asked with the id of the exchange and nothing else. */
const ofCase = (statement: ReadStatement): Read => ({ statement, within: [ID], asked: ({ id }) => [id] });

const ROW = ofCase(EXCHANGE_BY_ID);

/** The parts of a case, each with the statements its repositories will ask. */
const PARTS: Readonly<Record<keyof CaseLook, readonly Read[]>> = {
  moves: [ofCase(MOVES_OF)],
  remarks: [ofCase(MOVES_WITH_NOTES)],
  messages: [ofCase(MESSAGE_HEADS_OF)],
  contents: [ofCase(MESSAGES_OF)],
  key: [ofCase(KEY_OF)],
  person: [ofCase(SUBJECT_OF)],
  drafts: [
    {
      statement: DRAFT_OF,
      within: [ID, `(select case when ${UNSENT} then 'REQUEST' else 'ANSWER' end from exchange)`],
      asked: (row) => [row.id, draftPart(row)],
    },
    {
      statement: DRAFT_OF,
      within: [
        ID,
        `(select case when requesting_unit_id = (select unit from asked) then '${CORRECTION_OF.REQUESTER}'
           else '${CORRECTION_OF.REPLIER}' end from exchange)`,
      ],
      asked: (row, reader) => [row.id, correctionPart(row, reader)],
    },
  ],
  standing: [
    { statement: LINEAGES_OF, within: [SIDES], asked: (row) => [sidesOf(row)] },
    { statement: UNITS_BY_IDS, within: [SIDES], asked: (row) => [sidesOf(row)] },
    {
      statement: REGISTER_OF_TYPE,
      within: ['(select type_code from exchange)'],
      asked: ({ typeCode }) => [typeCode],
    },
    {
      statement: CERTIFICATES_OF,
      within: ['(select officer from asked)'],
      asked: (_, { officerId }) => [officerId],
    },
  ],
  citation: [
    {
      statement: CITED,
      within: ['(select agreement_version_id from exchange)', '(select agreement_term_id from exchange)'],
      asked: ({ agreementVersionId, agreementTermId }) => [agreementVersionId, agreementTermId],
    },
  ],
  files: [ofCase(FILES_OF)],
  dueMoves: [ofCase(DEADLINE_CHANGES_OF)],
  names: [
    ofCase(UNITS_OF_CASE),
    {
      statement: PEOPLE_OF_CASE,
      within: [ID, '(select day from asked)'],
      asked: ({ id }, { day }) => [id, day],
    },
  ],
};

type Plan = ReadPlan<ExchangeRow, CaseReader>;

/** The parts of a look, in the order they are asked. */
const partsOf = (look: CaseLook): readonly (keyof CaseLook)[] =>
  (Object.keys(PARTS) as (keyof CaseLook)[]).filter((part) => look[part]);
const readsOf = (parts: readonly (keyof CaseLook)[]): readonly Read[] => [
  ROW,
  ...parts.flatMap((part) => PARTS[part]),
];

const plans = new Map<string, Plan>();

/** The plan of a look; there are few looks, so each is put together once. */
const planOf = (look: CaseLook, rows = WITH): Plan => {
  const parts = partsOf(look);
  const name = `${rows === WITH ? '' : 'locked '}${parts.join(' ')}`;
  const plan = plans.get(name) ?? makeReadPlan(rows, readsOf(parts));
  plans.set(name, plan);
  return plan;
};

const markedPlans = new Map<string, MarkedPlan<ExchangeRow, CaseReader>>();

/** The name of what a look reads: equal names, equal statements. */
export const lookName = (look: CaseLook): string => partsOf(look).join(' ');

/** The plan of a page, whose answer can be known again. */
const markedPlanOf = (look: CaseLook): MarkedPlan<ExchangeRow, CaseReader> => {
  const parts = partsOf(look);
  const name = lookName(look);
  const plan =
    markedPlans.get(name) ??
    makeMarkedPlan({
      withClause: `${ASKED}, ${markedRows(parts)}`,
      reads: readsOf(parts),
      mark: markOf(parts),
      markWith: `${ASKED}, ${markRows(parts)}`,
    });
  markedPlans.set(name, plan);
  return plan;
};

const ROW_ALONE = [EXCHANGE_BY_ID] as const;
const ROW_AND_KEY = [EXCHANGE_BY_ID, KEY_OF] as const;
const LOCK = prepared('select from exchange where id = $1 for no key update');

/** Reads a case in one statement, for the repositories and services that will ask for its parts. */
@Injectable()
export class CaseAheadRepository {
  constructor(private readonly database: Database) {}

  /**
   * Asks ahead for what a page shows; each part is then had from its own repository, without another statement. What is
   * known of it from before counts where the database says that nothing has changed. Null where no case is within reach.
   */
  async read(
    id: string,
    look: CaseLook,
    reader: CaseReader,
    known: KnownRead | null,
  ): Promise<KnownRead | null> {
    const { officerId, unitId, day } = reader;
    return this.database.readMarked(markedPlanOf(look), [id, officerId, unitId, day], reader, known);
  }

  /**
   * The same for a move. Where more is read than the record, the row is locked until the transaction ends, so that two
   * officers who act at once go one after the other; a move that needs the record alone is held by its guarded update.
   */
  async lockAndRead(id: string, look: MoveLook, reader: CaseReader): Promise<boolean> {
    const { parts, asTheLock, unlocked } = look;
    if (unlocked) return this.database.readApart(parts.key ? ROW_AND_KEY : ROW_ALONE, [id]);
    if (asTheLock) return this.ask(planOf(parts, WITH_LOCK), id, reader);
    // Both travel together; the second sees what the lock has waited for, because it is a statement of its own.
    const [, found] = await Promise.all([
      this.database.query(LOCK, [id]),
      this.ask(planOf(parts), id, reader),
    ]);
    return found;
  }

  private async ask(
    plan: ReadPlan<ExchangeRow, CaseReader>,
    id: string,
    reader: CaseReader,
  ): Promise<boolean> {
    const { officerId, unitId, day } = reader;
    return this.database.readAhead(plan, [id, officerId, unitId, day], reader);
  }

  /** The offices an exchange speaks of. */
  async units(id: string): Promise<UnitRow[]> {
    return this.database.query<UnitRow>(UNITS_OF_CASE, [id]);
  }

  /** The people an exchange speaks of, with their roles on a day. */
  async people(id: string, day: string): Promise<AccountRow[]> {
    return this.database.query<AccountRow>(PEOPLE_OF_CASE, [id, day]);
  }
}
