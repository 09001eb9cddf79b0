import { Injectable } from '@nestjs/common';
import type { Country, Trilingual } from '@soc-coop/contracts';
import type { ContactPointInput, CreateUnitInput, UpdateUnitInput } from '@soc-coop/dto';
import { exchangeTypeCodes } from '@soc-coop/reference';
import { Acts } from '../platform/acts';
import type { Actor } from '../platform/context';
import { newId } from '../platform/database';
import { DomainError } from '../platform/errors';
import { UnitRights } from './unit-rights';
import { unitSearchKey } from './unit-search-key';
import { UnitWritesRepository } from './unit-writes.repository';
import type { ContactPointRow, UnitRow } from './unit.row';
import { UnitsRepository } from './units.repository';

const contactPoints = (inputs: readonly ContactPointInput[]): ContactPointRow[] =>
  inputs.map(({ kind, value, note }) => ({ kind, value, note: note ?? null }));

const plain = ({ ro, bg, en }: Trilingual): Trilingual => ({ ro, bg, en });

const checkCompetences = (types: readonly string[]): void => {
  const unknown = types.filter((type) => !exchangeTypeCodes.includes(type));
  if (unknown.length > 0) throw new DomainError('directory.competenceUnknown', { types: unknown });
};

/** The names of the members an update sets; the values stay out of the audit trail. */
const changedIn = (input: UpdateUnitInput): string[] =>
  Object.entries(input)
    .filter(([name, value]) => value !== undefined && !['id', 'version', 'idempotencyKey'].includes(name))
    .map(([name]) => name);

/** Administrators keep the directory of their own country. */
@Injectable()
export class ManageUnitsService {
  constructor(
    private readonly acts: Acts,
    private readonly rights: UnitRights,
    private readonly units: UnitsRepository,
    private readonly writes: UnitWritesRepository,
  ) {}

  /** Adds a unit and gives its id. */
  async create(actor: Actor, input: CreateUnitInput): Promise<string> {
    const once = { key: input.idempotencyKey, input };
    return this.acts.perform(actor, { action: 'unit.create', once }, async (note) => {
      const id = newId();
      this.rights.requireManage(actor, { unitId: id, country: input.country });
      note.resource('unit', id);
      note.detail({ code: input.code, country: input.country });
      await this.checkKind(input.kind);
      await this.checkParent(input.country, input.parent ?? null, null);
      const places = await this.territoryNames(input.country, input.territories);
      const inserted = await this.writes.insert({
        id,
        code: input.code,
        country: input.country,
        kind: input.kind,
        parentId: input.parent ?? null,
        name: plain(input.name),
        shortName: plain(input.shortName),
        languages: input.languages,
        searchKey: unitSearchKey({ code: input.code, name: input.name, shortName: input.shortName, places }),
      });
      if (!inserted) throw new DomainError('directory.unitCodeTaken', { code: input.code });
      await this.replaceLists(id, input.country, input);
      return id;
    });
  }

  /** Changes a unit and gives its id. */
  async update(actor: Actor, input: UpdateUnitInput): Promise<string> {
    const act = {
      action: 'unit.update',
      resource: { type: 'unit', id: input.id },
      once: { key: input.idempotencyKey, input },
    };
    return this.acts.perform(actor, act, async (note) => {
      const [unit] = await this.units.findByIds([input.id]);
      if (unit === undefined) throw new DomainError('directory.unitNotFound');
      this.rights.requireManage(actor, { unitId: unit.id, country: unit.country });
      note.detail({ code: unit.code, fromVersion: input.version, changed: changedIn(input) });
      if (input.parent !== undefined) await this.checkParent(unit.country, input.parent, unit.id);
      await this.writes.update(unit.id, input.version, {
        ...(input.parent === undefined ? {} : { parentId: input.parent }),
        ...(input.name === undefined ? {} : { name: plain(input.name) }),
        ...(input.shortName === undefined ? {} : { shortName: plain(input.shortName) }),
        ...(input.languages === undefined ? {} : { languages: input.languages }),
        ...(input.active === undefined ? {} : { active: input.active }),
        searchKey: await this.searchKeyAfter(unit, input),
      });
      await this.replaceLists(unit.id, unit.country, input);
      return unit.id;
    });
  }

  private async searchKeyAfter(unit: UnitRow, input: UpdateUnitInput): Promise<string> {
    const territories =
      input.territories ?? (await this.units.findTerritoriesOf([unit.id])).map(({ code }) => code);
    return unitSearchKey({
      code: unit.code,
      name: plain(input.name ?? unit.name),
      shortName: plain(input.shortName ?? unit.shortName),
      places: await this.territoryNames(unit.country, territories),
    });
  }

  private async replaceLists(
    id: string,
    country: Country,
    input: Pick<UpdateUnitInput, 'territories' | 'competences' | 'contactPoints'>,
  ): Promise<void> {
    if (input.territories) await this.writes.replaceTerritories(id, country, input.territories);
    checkCompetences(input.competences ?? []);
    if (input.competences) await this.writes.replaceCompetences(id, input.competences);
    if (input.contactPoints) await this.writes.replaceContactPoints(id, contactPoints(input.contactPoints));
  }

  private async checkKind(kind: string): Promise<void> {
    if (!(await this.writes.kindExists(kind))) throw new DomainError('directory.kindUnknown', { kind });
  }

  /** A parent is of the same country and stands nowhere below the unit itself. */
  private async checkParent(country: Country, parentId: string | null, unitId: string | null): Promise<void> {
    if (parentId === null) return;
    await this.writes.lockTree();
    const [parent] = await this.units.findLineages([parentId]);
    const fits = parent?.country === country && (unitId === null || !parent.lineage.includes(unitId));
    if (!fits) throw new DomainError('directory.parentInvalid');
  }

  private async territoryNames(country: Country, codes: readonly string[]): Promise<string[]> {
    const found = await this.writes.findTerritoryNames(country, codes);
    const known = new Set(found.map(({ code }) => code));
    const unknown = codes.filter((code) => !known.has(code));
    if (unknown.length > 0) throw new DomainError('directory.territoryUnknown', { territories: unknown });
    return found.map(({ names }) => names);
  }
}
