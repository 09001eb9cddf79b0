import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../access';
import { type Actor, actorUnit, hasRole } from '../../platform/context';
import { CaseAheadRepository } from './case-ahead.repository';
import { type KnownNames, knownNames } from './known-names';
import { CASE_TO_MOVE, type CaseLook, type CaseShows, lookFor } from './look';

/**
 * Reads a case ahead: one statement asks for everything that services and repositories will want of it, each of which
 * then gets its part without asking again. Nobody has to know of it; what it forgets costs a statement more.
 */
@Injectable()
export class CaseAhead {
  constructor(
    private readonly cases: CaseAheadRepository,
    private readonly accounts: AccountsService,
  ) {}

  /** For the page of a case. Auditors see no persons, so contents and remarks stay closed for them. */
  async forPage(actor: Actor, id: string, shows: CaseShows): Promise<void> {
    await this.read(actor, id, lookFor(shows, !hasRole(actor, 'AUDITOR')));
  }

  /** For a move about to be made. */
  async forMove(actor: Actor, id: string): Promise<void> {
    await this.read(actor, id, CASE_TO_MOVE);
  }

  /** The offices and people a case speaks of, as the actor may see them. */
  async names(actor: Actor, id: string): Promise<KnownNames> {
    const [units, people] = await Promise.all([
      this.cases.units(id),
      this.cases.people(id, this.accounts.today()),
    ]);
    return knownNames(
      units,
      people.map((person) => this.accounts.visible(actor, person)),
    );
  }

  private async read(actor: Actor, id: string, look: CaseLook): Promise<void> {
    const officer = actor.kind === 'client' ? actor.actingFor : actor;
    await this.cases.read(id, look, {
      officerId: officer?.kind === 'staff' ? officer.accountId : null,
      unitId: actorUnit(actor),
      day: this.accounts.today(),
    });
  }
}
