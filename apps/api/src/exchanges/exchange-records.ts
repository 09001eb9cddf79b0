import { Injectable } from '@nestjs/common';
import { type ExchangeSide, INTERNAL_STATES } from '@soc-coop/contracts';
import { CaseFiles } from './attachments/case-files';
import { DeadlineChangeRepository } from './deadlines/calendar/deadline-change.repository';
import { CORRECTION_OF, type Draft } from './records/draft';
import { DraftRepository } from './records/draft.repository';
import type { ExchangeRow, MoveRow } from './records/exchange.row';
import type { ExchangeView, SeenMessage } from './records/exchange.view';
import { MessageRepository } from './records/message.repository';
import { MoveRepository } from './records/move.repository';
import { SubjectRegister } from './subjects/subject-register';

/** The stores behind one exchange. */
@Injectable()
export class ExchangeRecords {
  constructor(
    readonly subjects: SubjectRegister,
    readonly files: CaseFiles,
    readonly deadlineChanges: DeadlineChangeRepository,
    private readonly messages: MessageRepository,
    private readonly moves: MoveRepository,
    private readonly drafts: DraftRepository,
  ) {}

  /** What was sent; contents stay sealed for those who see no persons. */
  async messagesOf(exchangeId: string, persons: boolean): Promise<readonly SeenMessage[]> {
    if (persons) return this.messages.of(exchangeId);
    return (await this.messages.heads(exchangeId)).map((head) => ({ ...head, content: null }));
  }

  /** Every step the viewer may know of: what a side does in its house is seen by that side alone. Remarks stay sealed for those who see no persons. */
  async movesOf(
    exchangeId: string,
    persons: boolean,
    innerSides: readonly ExchangeSide[],
  ): Promise<readonly MoveRow[]> {
    const moves = await (persons ? this.moves.withNotes(exchangeId) : this.moves.of(exchangeId));
    return moves.filter(({ internal, side }) => !internal || innerSides.some((inner) => inner === side));
  }

  /** What the viewer's side is writing: the request before it is sent, the answer while one is awaited. */
  async draftOf(row: ExchangeRow, side: ExchangeView['side']): Promise<Draft | null> {
    const internal = INTERNAL_STATES.some((state) => state === row.state);
    if (internal && side === 'REQUESTER') return this.drafts.find({ exchangeId: row.id, part: 'REQUEST' });
    if (!internal && side === 'REPLIER') return this.drafts.find({ exchangeId: row.id, part: 'ANSWER' });
    return null;
  }

  /** What the viewer's side is correcting of what it has sent. */
  async correctionOf(row: ExchangeRow, side: ExchangeView['side']): Promise<Draft | null> {
    if (side === null || row.sentAt === null) return null;
    return this.drafts.find({ exchangeId: row.id, part: CORRECTION_OF[side] });
  }
}
