import { Injectable } from '@nestjs/common';
import { INTERNAL_STATES } from '@soc-coop/contracts';
import type { Draft } from './records/draft';
import { DraftRepository } from './records/draft.repository';
import type { ExchangeRow } from './records/exchange.row';
import type { ExchangeView } from './records/exchange.view';
import { MessageRepository } from './records/message.repository';
import { MoveRepository } from './records/move.repository';
import { SubjectRegister } from './subjects/subject-register';

/** The stores behind one exchange. */
@Injectable()
export class ExchangeRecords {
  constructor(
    readonly subjects: SubjectRegister,
    readonly messages: MessageRepository,
    readonly moves: MoveRepository,
    private readonly drafts: DraftRepository,
  ) {}

  /** What the viewer's side is writing: the request before it is sent, the answer while one is awaited. */
  async draftOf(row: ExchangeRow, side: ExchangeView['side']): Promise<Draft | null> {
    const internal = INTERNAL_STATES.some((state) => state === row.state);
    if (internal && side === 'REQUESTER') return this.drafts.find({ exchangeId: row.id, part: 'REQUEST' });
    if (!internal && side === 'REPLIER') return this.drafts.find({ exchangeId: row.id, part: 'ANSWER' });
    return null;
  }
}
