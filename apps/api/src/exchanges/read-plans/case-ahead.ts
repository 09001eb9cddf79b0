import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../access';
import { type Actor, actorId, actorUnit, hasRole, reachOf } from '../../platform/context';
import { CaseAheadRepository, type CaseReader, lookName } from './case-ahead.repository';
import { CaseMemory } from './case-memory';
import { type KnownNames, knownNames } from './known-names';
import { type CaseLook, type CaseShows, lookFor } from './look';
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
    private readonly memory: CaseMemory,
  ) {}

  /** For the page of a case. Auditors see no persons, so contents and remarks stay closed for them. */
  async forPage(actor: Actor, id: string, shows: CaseShows): Promise<void> {
    const look = lookFor(shows, !hasRole(actor, 'AUDITOR'));
    const reader = this.readerOf(actor);
    const key = keyOf(actor, id, look, reader);
    this.memory.keep(key, await this.cases.read(id, look, reader, this.memory.find(key)));
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

/** Nobody is told what another one read: the reader, the reach and the day are all part of the key. */
const keyOf = (actor: Actor, id: string, look: CaseLook, { officerId, unitId, day }: CaseReader): string =>
  JSON.stringify([id, lookName(look), actor.kind, actorId(actor), officerId, unitId, day, reachOf(actor)]);
