import type { Country } from '@soc-coop/contracts';
import type { Actor } from '../platform/context';

/**
 * What the directory asks of the policy. `access` answers it; the directory only knows this port, because the
 * accounts of `access` belong to units and so stand above them.
 */
export abstract class UnitRights {
  /** @throws DomainError when the actor may not read the directory. */
  abstract requireRead(actor: Actor): void;

  /** @throws DomainError when the actor may not manage this unit. */
  abstract requireManage(actor: Actor, unit: { readonly unitId: string; readonly country: Country }): void;
}
