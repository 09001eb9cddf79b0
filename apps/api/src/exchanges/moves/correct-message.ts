import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@soc-coop/domain';
import type { CorrectMessageInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { CORRECTION_OF } from '../records/draft';
import { DraftRepository } from '../records/draft.repository';
import type { MessageRow } from '../records/exchange.row';
import { MessageRepository } from '../records/message.repository';
import { SubjectRegister } from '../subjects/subject-register';
import { ContentCheck } from '../types/content-check';
import { MessageWriter, type OutgoingMessage } from './message-writer';
import { type MoveInHand, MoveMaker } from './move-maker';

/** What differs between correcting a request and correcting an answer. */
type Corrected = Pick<OutgoingMessage, 'kind' | 'toUnitId' | 'content' | 'subject' | 'quality'>;

/** Corrects what a side has sent: the next version of its message. The earlier one stays as it is, and readable. */
@Injectable()
export class CorrectMessage {
  constructor(
    private readonly moves: MoveMaker,
    private readonly messages: MessageRepository,
    private readonly writer: MessageWriter,
    private readonly drafts: DraftRepository,
    private readonly register: SubjectRegister,
    private readonly check: ContentCheck,
  ) {}

  /**
   * The corrected content passes every check the first sending passed.
   * @throws DomainError what every move can throw, and exchange.nothingSentYet, exchange.nothingCorrected,
   *   exchange.contentInvalid, exchange.confirmationMissing, exchange.unitNotCompetent
   */
  async correct(actor: Actor, input: CorrectMessageInput): Promise<string> {
    return this.moves.make(actor, 'CORRECT', input, async (hand) => {
      const { exchange, officer, side, at } = hand;
      const sent = await this.messages.of(exchange.id);
      const corrected =
        side === 'REQUESTER' ? await this.request(hand, input) : this.answer(hand, input, sent);
      const part = CORRECTION_OF[side];
      if (!(await this.writer.hasFiles({ exchangeId: exchange.id, part, unitId: officer.unitId })))
        assertChanged(lastOf(sent, corrected.kind), corrected);
      const messageId = newId(at.getTime());
      await this.writer.write({ ...corrected, id: messageId, exchange, officer, side, at, part });
      this.drafts.remove({ exchangeId: exchange.id, part: CORRECTION_OF[side] });
      return { messageId };
    });
  }

  private async request({ exchange }: MoveInHand, { content }: CorrectMessageInput): Promise<Corrected> {
    const { id, replyingUnitId } = exchange;
    if (replyingUnitId === null) throw new DomainError('exchange.nothingSentYet');
    // The person is the one the request was sent about: number, search and trail hang on it.
    const subject = { ...(await this.register.of(id))?.block };
    const settled = await this.check.requestMayLeave({ ...exchange, replyingUnitId }, { content, subject });
    return { kind: 'REQUEST', toUnitId: replyingUnitId, quality: null, ...settled };
  }

  private answer(
    { exchange }: MoveInHand,
    { content, completeness, qualityMark }: CorrectMessageInput,
    sent: readonly MessageRow[],
  ): Corrected {
    const missing = { completeness, qualityMark };
    if (!completeness || !qualityMark)
      throw new DomainError('exchange.contentInvalid', {
        problems: Object.entries(missing).flatMap(([path, value]) =>
          value ? [] : [{ path, code: 'required', params: {} }],
        ),
      });
    const request = lastOf(sent, 'REQUEST').content;
    return {
      kind: 'ANSWER',
      toUnitId: exchange.requestingUnitId,
      content: this.check.answerMayLeave(exchange, request, { content, completeness }),
      subject: null,
      quality: { completeness, qualityMark },
    };
  }
}

const lastOf = (sent: readonly MessageRow[], kind: MessageRow['kind']): MessageRow => {
  const last = sent.findLast((message) => message.kind === kind);
  if (last === undefined) throw new DomainError('exchange.nothingSentYet');
  return last;
};

/** A version that says the same would only make the other side look for a difference. */
const assertChanged = (before: MessageRow, { content, quality }: Corrected): void => {
  const was = [before.content, before.completeness, before.qualityMark];
  const is = [content, quality?.completeness ?? null, quality?.qualityMark ?? null];
  if (canonicalJson(was) === canonicalJson(is)) throw new DomainError('exchange.nothingCorrected');
};
