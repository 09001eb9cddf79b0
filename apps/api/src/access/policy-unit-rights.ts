import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import { UnitRights } from '../directory';
import type { Actor } from '../platform/context';
import { Policy } from './policy';

/** The policy's answer to what the directory asks: the directory stands below accounts and cannot ask it itself. */
@Injectable()
export class PolicyUnitRights extends UnitRights {
  constructor(private readonly policy: Policy) {
    super();
  }

  override requireRead(actor: Actor): void {
    this.policy.require(actor, 'unit:view');
  }

  override requireManage(actor: Actor, unit: { readonly unitId: string; readonly country: Country }): void {
    this.policy.require(actor, 'unit:manage', unit);
  }
}
