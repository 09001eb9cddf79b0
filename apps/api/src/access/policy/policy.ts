import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { decide } from './decide';
import type { Decision } from './decision';
import type { FactsOf } from './facts';
import { exchangeListPredicate, type PredicatePlace, type SqlPredicate } from './list-predicate';
import type { AboutOf, Action } from './policy-table';

/** The facts of a resource, left out where the action is about nothing in particular. */
type Facts<A extends Action> = FactsOf[AboutOf<A>] extends undefined ? [] : [facts: FactsOf[AboutOf<A>]];

/** The one place rights are asked: services, lists, nested fields and counts all come here. */
@Injectable()
export class Policy {
  /** Whether the actor may do it, and every reason why not. */
  decide<A extends Action>(actor: Actor, action: A, ...[facts]: Facts<A>): Decision {
    return decide(actor, action, facts as FactsOf[AboutOf<A>]);
  }

  /** True when the actor may do it. */
  may<A extends Action>(actor: Actor, action: A, ...facts: Facts<A>): boolean {
    return this.decide(actor, action, ...facts).allowed;
  }

  /**
   * Lets the actor pass.
   * @throws DomainError with the first refusal.
   */
  require<A extends Action>(actor: Actor, action: A, ...facts: Facts<A>): void {
    const [first] = this.decide(actor, action, ...facts).refusals;
    if (first !== undefined) throw new DomainError(first.code, first.params);
  }

  /** Which rows of `exchange` the actor's lists and counts may hold. */
  listPredicate(actor: Actor, place: PredicatePlace): SqlPredicate {
    return exchangeListPredicate(actor, place);
  }
}
