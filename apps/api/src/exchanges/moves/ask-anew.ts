import { Injectable } from '@nestjs/common';
import type { ExchangeMoveInput } from '@soc-coop/dto';
import { isJsonObject, withoutPerson } from '@soc-coop/forms';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { type ExchangeRow, NOTHING_DUE } from '../records/exchange.row';
import { MessageRepository } from '../records/message.repository';
import { ContentCheck } from '../types/content-check';
import { type MoveInHand, MoveMaker } from './move-maker';
import { OpenExchange } from './open-exchange';

/** Nothing is awaited any more. */
const VOID = { dueKind: null, dueOn: NOTHING_DUE } as const;

/**
 * A request about the wrong person is not corrected (docs/adr/0030): it is void from now on, both sides hear so, and
 * the same is asked anew about another person, whose identity is entered and confirmed from the beginning.
 */
@Injectable()
export class AskAnew {
  constructor(
    private readonly moves: MoveMaker,
    private readonly opening: OpenExchange,
    private readonly messages: MessageRepository,
    private readonly check: ContentCheck,
  ) {}

  /**
   * Declares the case void and gives back the id of the new draft: same type, same addressee, same questions, and
   * nothing that tells about the person of before.
   * @throws DomainError what every move can throw, and what opening a case can throw
   */
  async ask(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.makeFor(actor, 'ASK_ANEW', input, async (hand) => {
      const draft = await this.opening.open(actor, {
        idempotencyKey: input.idempotencyKey,
        type: hand.exchange.typeCode,
        replyingUnit: hand.exchange.replyingUnitId,
        urgency: hand.exchange.urgency,
        content: await this.sameQuestions(hand),
        insteadOfId: hand.exchange.id,
      });
      return { patch: VOID, outcome: draft.id };
    });
  }

  /** What was asked, as far as the newest form asks the same; another form begins blank. */
  private async sameQuestions({ exchange }: MoveInHand): Promise<Record<string, unknown>> {
    const definition = this.check.newest(exchange.typeCode);
    if (definition.version !== exchange.formVersion) return {};
    const content = await this.asked(exchange);
    return isJsonObject(content) ? { ...withoutPerson(definition.request, content) } : {};
  }

  private async asked({ id }: ExchangeRow): Promise<Record<string, unknown>> {
    const request = (await this.messages.of(id)).findLast(({ kind }) => kind === 'REQUEST');
    if (request === undefined) throw new DomainError('exchange.nothingSentYet');
    return request.content;
  }
}
