import { Injectable } from '@nestjs/common';
import { UnitRights } from '../directory';
import type { Actor } from '../platform/context';
import { Policy, type UnitFacts } from './policy';

/** Answers what the directory asks of the policy. */
@Injectable()
export class AccessUnitRights extends UnitRights {
  constructor(private readonly policy: Policy) {
    super();
  }

  requireRead(actor: Actor): void {
    this.policy.require(actor, 'unit:view');
  }

  requireManage(actor: Actor, unit: UnitFacts): void {
    this.policy.require(actor, 'unit:manage', unit);
  }
}
