import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../access';
import { stageOf } from '../moves/approval.rules';
import { CORRECTION_OF, type DraftPart } from '../records/draft';
import { DraftRepository } from '../records/draft.repository';
import type { ExchangeRow, MoveRow } from '../records/exchange.row';
import { approversToTell, authorToTell, decidedBy, type Submission, submissionOf } from './notice.rules';
import { NoticeRepository } from './notice.repository';

/** An entry of the outbox that speaks of a move. */
interface Told {
  /** The entry's id: what is told twice under it is told once. */
  readonly id: string;
  readonly exchange: ExchangeRow;
  readonly fact: MoveRow;
  readonly moves: readonly MoveRow[];
}

/**
 * The id of one person's notice of an entry, the same whenever it is told: of version 8 (RFC 9562 §5.8), from the hash
 * of both.
 */
const noticeId = (entry: string, person: string): string => {
  const hash = createHash('sha256').update(`${entry}:${person}`, 'utf8').digest();
  hash[6] = 0x80 | (hash.readUInt8(6) & 0x0f);
  hash[8] = 0x80 | (hash.readUInt8(8) & 0x3f);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};

const partOf = (submission: Submission, side: 'REQUESTER' | 'REPLIER'): DraftPart => {
  if (submission === 'SUBMIT_CORRECTION') return CORRECTION_OF[side];
  return submission === 'SUBMIT' ? 'REQUEST' : 'ANSWER';
};

/**
 * Tells officers of one house of each other's steps: those who may approve that something waits for them, and whoever
 * submitted it how it was decided. Each hears it in person, and the other side nothing (docs/adr/0027).
 */
@Injectable()
export class ApprovalNotices {
  constructor(
    private readonly accounts: AccountsService,
    private readonly drafts: DraftRepository,
    private readonly notices: NoticeRepository,
  ) {}

  /** Runs in the relay's transaction; bears repetition. */
  async tell(told: Told): Promise<void> {
    const { side, unitId } = told.fact;
    if (side === null) return;
    const submission = submissionOf(told.fact.move);
    if (submission !== null) await this.tellApprovers(told, partOf(submission, side), unitId);
    const decided = decidedBy(told.fact.move);
    if (decided !== null) await this.tellAuthor(told, decided, unitId);
  }

  /** What was decided meanwhile waits for nobody. */
  private async tellApprovers({ id, exchange, fact }: Told, part: DraftPart, unitId: string): Promise<void> {
    if (stageOf(exchange, part) !== 'PENDING') return;
    const hands = await this.drafts.handsIn({ exchangeId: exchange.id, part });
    const opened = part === 'REQUEST' ? exchange.authorId : null;
    const approvers = await this.accounts.approversOf(unitId);
    for (const accountId of approversToTell(approvers, [...hands, opened, fact.accountId]))
      await this.notices.add({ ...about(fact), id: noticeId(id, accountId), unitId, accountId });
  }

  /** The other approvers need not look any more: what they were told of is decided. */
  private async tellAuthor({ id, fact, moves }: Told, submission: Submission, unitId: string): Promise<void> {
    await this.notices.settle({ ...about(fact), unitId, move: submission });
    const before = moves.filter(({ sequence }) => sequence < fact.sequence);
    const accountId = authorToTell(fact, before);
    if (accountId !== null) await this.notices.add({ ...about(fact), id, unitId, accountId });
  }
}

const about = ({ exchangeId, move, at }: MoveRow) => ({ exchangeId, move, at });
