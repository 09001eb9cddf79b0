import { Injectable } from '@nestjs/common';
import { REVEAL_PURPOSES } from '@soc-coop/contracts';
import type { RevealIdentifiersInput } from '@soc-coop/dto';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { factsOf } from '../moves/exchange-rights';
import { ExchangeRepository } from '../records/exchange.repository';
import type { Identifier } from './subject';
import { identifiersOf, SubjectRegister } from './subject-register';

/** Shows a person's numbers in the clear, for a purpose that stands in the audit trail. */
@Injectable()
export class RevealIdentifiers {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly exchanges: ExchangeRepository,
    private readonly subjects: SubjectRegister,
  ) {}

  /**
   * The numbers of the person of an exchange. The answer is not kept for repetition: a repeated request is
   * another look, and leaves another event.
   * @throws DomainError exchange.notFound, access.forbidden, request.invalid
   */
  async reveal(
    actor: Actor,
    { exchangeId, purpose }: RevealIdentifiersInput,
  ): Promise<readonly Identifier[]> {
    const resource = { type: 'exchange', id: exchangeId };
    return this.acts.view(actor, { action: 'exchange.revealIdentifiers', resource }, async (note) => {
      if (!REVEAL_PURPOSES.some((known) => known === purpose))
        throw new DomainError('request.invalid', { fields: ['purpose'] });
      note.detail({ purpose });
      const exchange = await this.exchanges.find(exchangeId);
      if (exchange === null) {
        // Nobody learns from the difference between "sign in" and "not found" what exists.
        this.policy.require(actor, 'exchange:list');
        throw new DomainError('exchange.notFound');
      }
      this.policy.require(actor, 'exchange:revealIdentifiers', factsOf(exchange));
      const person = await this.subjects.of(exchangeId);
      return person === null ? [] : identifiersOf(person.block);
    });
  }
}
