import { Injectable } from '@nestjs/common';
import { searchWords } from '@soc-coop/domain';
import type { UnitFilter } from '@soc-coop/dto';
import { Acts } from '../platform/acts';
import { type Actor, currentActor } from '../platform/context';
import { isUuid } from '../platform/database';
import { DomainError } from '../platform/errors';
import {
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../platform/paging';
import { perUnit } from './grouping';
import { UnitRights } from './unit-rights';
import type {
  ContactPointRow,
  TerritoryRow,
  UnitLineage,
  UnitNumbering,
  UnitQuery,
  UnitRow,
} from './unit.row';
import { UnitsRepository } from './units.repository';

/** The words of the search key, so that either script finds the unit. A text of signs alone finds nothing. */
const wordsOf = (text: string): readonly string[] => {
  const words = searchWords(text);
  return words.length > 0 || text.trim() === '' ? words : [text];
};

const queryOf = (filter: UnitFilter): UnitQuery => ({
  words: wordsOf(filter.text ?? ''),
  country: filter.country ?? null,
  territory: filter.territory ?? null,
  competence: filter.competence ?? null,
  parent: filter.parent ?? null,
});

/** Questions to the directory. Units are no personal data: nothing here is audited. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly acts: Acts,
    private readonly rights: UnitRights,
    private readonly units: UnitsRepository,
  ) {}

  /** One page of the units that match, by code. */
  async find(actor: Actor, filter: UnitFilter, page: PageRequest): Promise<Page<UnitRow>> {
    this.rights.requireRead(actor);
    const size = pageSize(page);
    const [after = null] = page.after ? decodeCursor(page.after, 1) : [];
    const query = queryOf(filter);
    return this.acts.look(actor, async () => {
      const rows = await this.units.find(query, after, size + 1);
      const total = cappedCount(await this.units.count(query));
      return cutPage(
        rows,
        size,
        total,
        ({ code }) => [code],
        (row) => row,
      );
    });
  }

  /** The unit with this id, or null. */
  async findById(actor: Actor, id: string): Promise<UnitRow | null> {
    this.rights.requireRead(actor);
    if (!isUuid(id)) return null;
    const [unit] = await this.byIds([id]);
    return unit ?? null;
  }

  /** The unit with this code, or null. */
  async findByCode(actor: Actor, code: string): Promise<UnitRow | null> {
    this.rights.requireRead(actor);
    return this.acts.look(actor, () => this.units.findByCode(code));
  }

  /** All counties and districts. */
  async territories(actor: Actor, borderArea: boolean | null): Promise<TerritoryRow[]> {
    this.rights.requireRead(actor);
    return this.acts.look(actor, () => this.units.findTerritories(borderArea));
  }

  /** The units with these ids, in the order of the ids; undefined where there is none. For other rooms and loaders. */
  async byIds(ids: readonly string[]): Promise<(UnitRow | undefined)[]> {
    const rows = await this.acts.look(currentActor(), () => this.units.findByIds(ids));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }

  /** @throws DomainError directory.unitNotFound */
  async getById(id: string): Promise<UnitRow> {
    const [unit] = isUuid(id) ? await this.byIds([id]) : [];
    if (unit === undefined) throw new DomainError('directory.unitNotFound');
    return unit;
  }

  /** The units directly below each of these. */
  async childrenOf(ids: readonly string[]): Promise<UnitRow[][]> {
    const rows = await this.acts.look(currentActor(), () => this.units.findChildren(ids));
    return perUnit(ids, rows);
  }

  /** The territories each of these units serves. */
  async territoriesOf(ids: readonly string[]): Promise<TerritoryRow[][]> {
    const rows = await this.acts.look(currentActor(), () => this.units.findTerritoriesOf(ids));
    return perUnit(ids, rows);
  }

  /** The codes of the exchange types each of these units handles. */
  async competencesOf(ids: readonly string[]): Promise<string[][]> {
    const rows = await this.acts.look(currentActor(), () => this.units.findCompetencesOf(ids));
    return perUnit(ids, rows).map((handled) => handled.map(({ type }) => type));
  }

  /** The ways to reach each of these units. */
  async contactPointsOf(ids: readonly string[]): Promise<ContactPointRow[][]> {
    const rows = await this.acts.look(currentActor(), () => this.units.findContactPointsOf(ids));
    return perUnit(ids, rows);
  }

  /** Where these units stand in the tree. Agreements bind a party and everything below it. */
  async lineagesOf(ids: readonly string[]): Promise<ReadonlyMap<string, UnitLineage>> {
    const rows = await this.acts.look(currentActor(), () => this.units.findLineages(ids));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * What the numbers of the unit's exchanges start with, e.g. `RO-CT`, and the unit on whose behalf they run: units
   * below a directorate share its numbers.
   * @throws DomainError directory.unitNotFound where neither the unit nor one above it has such a code.
   */
  async numberingOf(id: string): Promise<UnitNumbering> {
    const numbering = await this.acts.look(currentActor(), () => this.units.findNumbering(id));
    if (numbering === null) throw new DomainError('directory.unitNotFound');
    return numbering;
  }
}
