import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../access';
import { type Actor, actorUnit, hasRole } from '../../platform/context';
import { CaseAheadRepository, type CaseReader } from './case-ahead.repository';
import { type KnownNames, knownNames } from './known-names';
import { type CaseShows, lookFor } from './look';
import type { MoveLook } from './move-look';

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
    await this.cases.read(id, lookFor(shows, !hasRole(actor, 'AUDITOR')), this.readerOf(actor));
  }

  /** For a move about to be made; the row is locked. False where no case is within reach. */
  async forMove(actor: Actor, id: string, look: MoveLook): Promise<boolean> {
    return this.cases.lockAndRead(id, look, this.readerOf(actor));
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

  private readerOf(actor: Actor): CaseReader {
    const officer = actor.kind === 'client' ? actor.actingFor : actor;
    return {
      officerId: officer?.kind === 'staff' ? officer.accountId : null,
      unitId: actorUnit(actor),
      day: this.accounts.today(),
    };
  }
}
