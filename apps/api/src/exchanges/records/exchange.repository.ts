import { Injectable } from '@nestjs/common';
import { Database, guarded, prepared, type ReadStatement } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { EXCHANGE_COLUMNS } from './exchange.columns';
import type { ExchangeRow } from './exchange.row';

/** The columns a move or a saved draft may change, by property and column name. */
const CHANGEABLE = {
  number: 'number',
  state: 'state',
  stateSince: 'state_since',
  replyingUnitId: 'replying_unit_id',
  replyingCountry: 'replying_country',
  urgency: 'urgency',
  urgencyReason: 'urgency_reason',
  nationalFileNumber: 'national_file_number',
  requesterHandlerId: 'requester_handler_id',
  replierHandlerId: 'replier_handler_id',
  agreementVersionId: 'agreement_version_id',
  agreementTermId: 'agreement_term_id',
  agreementClause: 'agreement_clause',
  dueKind: 'due_kind',
  dueOn: 'due_on',
  decisionBy: 'decision_by',
  requestApproval: 'request_approval',
  answerApproval: 'answer_approval',
  requestCorrectionApproval: 'request_correction_approval',
  answerCorrectionApproval: 'answer_correction_approval',
  sentAt: 'sent_at',
  closedAt: 'closed_at',
} as const satisfies Partial<Record<keyof ExchangeRow, string>>;

/** What may be changed of an exchange; everything else is fixed when it is opened. */
export type ExchangePatch = Partial<Pick<ExchangeRow, keyof typeof CHANGEABLE>>;

/** A case as another unit gets it: whose it is now, under which terms, and by when it must be accepted. */
export interface HandOver {
  readonly replyingUnitId: string;
  readonly agreementVersionId: string;
  readonly agreementTermId: string;
  readonly agreementClause: string;
  readonly dueOn: string;
  readonly stateSince: Date;
}

/** What a new exchange needs. */
export type NewExchange = Pick<
  ExchangeRow,
  | 'id'
  | 'typeCode'
  | 'formVersion'
  | 'requestingUnitId'
  | 'replyingUnitId'
  | 'requestingCountry'
  | 'replyingCountry'
  | 'urgency'
  | 'urgencyReason'
  | 'nationalFileNumber'
  | 'language'
  | 'authorId'
  | 'insteadOfId'
> & { readonly at: Date };

/** One exchange ($1). */
export const EXCHANGE_BY_ID: ReadStatement = {
  text: `select ${EXCHANGE_COLUMNS} from exchange e where e.id = $1`,
  instants: ['stateSince', 'createdAt', 'sentAt', 'closedAt'],
};

/** Stores exchanges; row-level security hides those beyond the actor's reach. */
@Injectable()
export class ExchangeRepository {
  constructor(private readonly database: Database) {}

  /** An exchange within reach, or null: absent and hidden look the same. */
  async find(id: string): Promise<ExchangeRow | null> {
    return this.database.one<ExchangeRow>(EXCHANGE_BY_ID, [id]);
  }

  /** Those of several that are within reach. */
  async findMany(ids: readonly string[]): Promise<ExchangeRow[]> {
    return this.database.query<ExchangeRow>(
      `select ${EXCHANGE_COLUMNS} from exchange e where e.id = any($1)`,
      [ids],
    );
  }

  /** The case that was asked instead of another one, about another person; null where none was, or it was discarded. */
  async findInsteadOf(id: string): Promise<ExchangeRow | null> {
    return this.database.one<ExchangeRow>(
      `select ${EXCHANGE_COLUMNS} from exchange e where e.instead_of_id = $1 and e.state <> 'DELETED'`,
      [id],
    );
  }

  /** The same by number. */
  async findByNumber(number: string): Promise<ExchangeRow | null> {
    return this.database.one<ExchangeRow>(`select ${EXCHANGE_COLUMNS} from exchange e where e.number = $1`, [
      number,
    ]);
  }

  /**
   * An exchange for the move about to be made; the row is locked until the transaction ends, so that two officers
   * who act at once go one after the other. Whoever wants more of the case than its row gives the look that locks the
   * row and reads the rest with it.
   * @throws DomainError exchange.notFound
   */
  async getForMove(id: string, lockAndRead?: () => Promise<boolean>): Promise<ExchangeRow> {
    if (lockAndRead !== undefined) {
      const found = (await lockAndRead()) ? await this.find(id) : null;
      if (found === null) throw new DomainError('exchange.notFound');
      return found;
    }
    const row = await this.database.one<ExchangeRow>(
      prepared(`select ${EXCHANGE_COLUMNS} from exchange e where e.id = $1 for no key update`),
      [id],
    );
    if (row === null) throw new DomainError('exchange.notFound');
    return row;
  }

  /** Adds a new exchange in state DRAFT. */
  async insert(exchange: NewExchange): Promise<void> {
    await this.database.execute(
      `insert into exchange (id, type_code, form_version, state, state_since, requesting_unit_id, replying_unit_id,
         requesting_country, replying_country, urgency, urgency_reason, national_file_number, language, author_id,
         requester_handler_id, created_at, instead_of_id)
       values ($1, $2, $3, 'DRAFT', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $4, $14)`,
      [
        exchange.id,
        exchange.typeCode,
        exchange.formVersion,
        exchange.at,
        exchange.requestingUnitId,
        exchange.replyingUnitId,
        exchange.requestingCountry,
        exchange.replyingCountry,
        exchange.urgency,
        exchange.urgencyReason,
        exchange.nationalFileNumber,
        exchange.language,
        exchange.authorId,
        exchange.insteadOfId,
      ],
    );
  }

  /**
   * Changes an exchange that still has the version the caller saw, and raises the version; the unit of work fails with
   * request.stale when somebody else was faster. It leaves with whatever is written beside it.
   */
  async change(id: string, version: number, patch: ExchangePatch): Promise<void> {
    const entries = Object.entries(patch) as [keyof typeof CHANGEABLE, unknown][];
    const sets = entries.map(([name], index) => `${CHANGEABLE[name]} = $${index + 3}`);
    // Each kind of move sets its own columns: a dozen texts.
    const statement = guarded(
      `update exchange set ${[...sets, 'version = version + 1'].join(', ')} where id = $1 and version = $2`,
    );
    this.database.sendTogether(statement, [id, version, ...entries.map(([, value]) => value)]);
  }

  /**
   * Gives a case to another unit of the same country. The caller does not see it afterwards, which an ordinary
   * update of the app role cannot bring about (docs/adr/0027).
   * @throws DomainError request.stale when somebody else was faster, or the database knows better.
   */
  async handOver(id: string, version: number, to: HandOver): Promise<void> {
    const row = await this.database.one<{ done: boolean }>(
      `select soc_hand_over($1, $2, $3, $4, $5, $6, $7, $8) as done`,
      [
        id,
        version,
        to.replyingUnitId,
        to.agreementVersionId,
        to.agreementTermId,
        to.agreementClause,
        to.dueOn,
        to.stateSince,
      ],
    );
    if (row?.done !== true) throw new DomainError('request.stale');
  }
}
