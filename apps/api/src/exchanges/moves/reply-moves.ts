import { Injectable } from '@nestjs/common';
import type { AnswerExchangeInput, ExchangeMoveInput, ReasonedMoveInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { AnswerDue } from '../deadlines/answer-due';
import { type ExchangeRow, NOTHING_DUE } from '../records/exchange.row';
import { ReceiptWriter } from '../receipts';
import { MessageRepository } from '../records/message.repository';
import { ContentCheck } from '../types/content-check';
import { marksOf } from './approval.rules';
import { MessageWriter } from './message-writer';
import { MoveMaker } from './move-maker';
import { OutgoingDrafts } from './outgoing-drafts';

/** The moves of the side that was asked: accept, refuse, answer. */
@Injectable()
export class ReplyMoves {
  constructor(
    private readonly moves: MoveMaker,
    private readonly answerDue: AnswerDue,
    private readonly messages: MessageRepository,
    private readonly writer: MessageWriter,
    private readonly drafts: OutgoingDrafts,
    private readonly check: ContentCheck,
    private readonly receipts: ReceiptWriter,
  ) {}

  /** Accepts a request: who accepts becomes its handler, the answer gets its due day, both sides get a signed receipt. */
  async accept(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'ACCEPT', input, async ({ exchange, officer, standing, at }) => {
      await this.receipts.give(exchange, at);
      return {
        patch: {
          replierHandlerId: officer.accountId,
          dueKind: 'ANSWER',
          dueOn: await this.answerDue.from(exchange, standing?.coverage),
        },
      };
    });
  }

  /** Refuses a request with a coded reason; nothing is due any more. */
  async refuse(actor: Actor, input: ReasonedMoveInput): Promise<string> {
    return this.moves.make(actor, 'REFUSE', input, async ({ officer }) => ({
      patch: { replierHandlerId: officer.accountId, dueKind: null, dueOn: NOTHING_DUE },
    }));
  }

  /**
   * Answers a request: every question asked has values or a coded gap.
   * @throws DomainError what every move can throw, exchange.contentInvalid, and where a second officer is asked
   *   for: exchange.approvalAskedByUnit, exchange.approvalAskedByType, exchange.approvedOtherwise
   */
  async answer(actor: Actor, input: AnswerExchangeInput): Promise<string> {
    return this.moves.make(actor, 'ANSWER', input, async ({ exchange, officer, at }) => {
      const request = await this.requestOf(exchange);
      const content = this.check.answerMayLeave(exchange, request, input);
      const marks = marksOf(input);
      await this.drafts.requireApproved(exchange, 'ANSWER', { content, subject: {}, marks });
      const messageId = newId(at.getTime());
      await this.writer.write({
        id: messageId,
        exchange,
        officer,
        kind: 'ANSWER',
        side: 'REPLIER',
        toUnitId: exchange.requestingUnitId,
        content,
        subject: null,
        quality: input,
        at,
      });
      this.drafts.remove({ exchangeId: exchange.id, part: 'ANSWER' });
      return { messageId, patch: { dueKind: null, dueOn: NOTHING_DUE, answerApproval: null } };
    });
  }

  private async requestOf(exchange: ExchangeRow): Promise<Record<string, unknown>> {
    const messages = await this.messages.of(exchange.id);
    const request = messages.filter(({ kind }) => kind === 'REQUEST').at(-1);
    if (request === undefined) throw new DomainError('exchange.notFound');
    return request.content;
  }
}
