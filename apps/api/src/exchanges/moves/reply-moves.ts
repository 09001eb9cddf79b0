import { Injectable } from '@nestjs/common';
import type { Urgency } from '@soc-coop/contracts';
import type { AnswerExchangeInput, ExchangeMoveInput, ReasonedMoveInput } from '@soc-coop/dto';
import type { Citation } from '../../agreements';
import type { Actor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { DraftRepository } from '../records/draft.repository';
import { type ExchangeRow, NOTHING_DUE } from '../records/exchange.row';
import { MessageRepository } from '../records/message.repository';
import { ContentCheck } from '../types/content-check';
import { MessageWriter } from './message-writer';
import { type MoveInHand, MoveMaker } from './move-maker';

/** The moves of the side that was asked: accept, refuse, answer. */
@Injectable()
export class ReplyMoves {
  constructor(
    private readonly moves: MoveMaker,
    private readonly deadlines: DeadlinesService,
    private readonly messages: MessageRepository,
    private readonly writer: MessageWriter,
    private readonly drafts: DraftRepository,
    private readonly check: ContentCheck,
  ) {}

  /** Accepts a request: who accepts becomes its handler, and the answer gets its due day. */
  async accept(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'ACCEPT', input, async (hand) => ({
      patch: {
        replierHandlerId: hand.officer.accountId,
        dueKind: 'ANSWER',
        dueOn: await this.answerDue(hand),
      },
    }));
  }

  /** Refuses a request with a coded reason; nothing is due any more. */
  async refuse(actor: Actor, input: ReasonedMoveInput): Promise<string> {
    return this.moves.make(actor, 'REFUSE', input, async ({ officer }) => ({
      patch: { replierHandlerId: officer.accountId, dueKind: null, dueOn: NOTHING_DUE },
    }));
  }

  /**
   * Answers a request: every question asked has values or a coded gap.
   * @throws DomainError what every move can throw, and exchange.contentInvalid
   */
  async answer(actor: Actor, input: AnswerExchangeInput): Promise<string> {
    return this.moves.make(actor, 'ANSWER', input, async ({ exchange, officer, at }) => {
      const request = await this.requestOf(exchange);
      const content = this.check.answerMayLeave(exchange, request, input);
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
      await this.drafts.remove({ exchangeId: exchange.id, part: 'ANSWER' });
      return { messageId, patch: { dueKind: null, dueOn: NOTHING_DUE } };
    });
  }

  private async requestOf(exchange: ExchangeRow): Promise<Record<string, unknown>> {
    const messages = await this.messages.of(exchange.id);
    const request = messages.filter(({ kind }) => kind === 'REQUEST').at(-1);
    if (request === undefined) throw new DomainError('exchange.notFound');
    return request.content;
  }

  /** Counted from today in the replier's working days, by the terms the request was sent under. */
  private async answerDue({ exchange, standing }: MoveInHand): Promise<string> {
    const { replyingCountry, typeCode, urgency } = exchange;
    if (replyingCountry === null || !standing.coverage.covered)
      throw new DomainError('exchange.notCovered', { type: typeCode });
    return this.deadlines.dueAfter(replyingCountry, answerDays(standing.coverage.citation, urgency));
  }
}

const answerDays = (terms: Citation, urgency: Urgency): number =>
  ({
    NORMAL: terms.answerWorkingDays,
    URGENT: terms.urgentWorkingDays,
    IMMEDIATE: terms.immediateWorkingDays,
  })[urgency];
