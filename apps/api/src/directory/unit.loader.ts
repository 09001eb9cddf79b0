import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors';
import { type GraphqlContext, loaderOf } from '../platform/graphql';
import { toUnitModel } from './unit.mapper';
import type { ContactPointModel, TerritoryModel, UnitModel } from './unit.model';
import { UnitsService } from './units.service';

const UNIT = Symbol('unit');
const CHILDREN = Symbol('unit children');
const TERRITORIES = Symbol('unit territories');
const COMPETENCES = Symbol('unit competences');
const CONTACT_POINTS = Symbol('unit contact points');

/** Units and what hangs on them, one query per kind however many rows a page has. */
@Injectable()
export class UnitLoader {
  constructor(private readonly units: UnitsService) {}

  /** The unit with this id; null when there is none. */
  async find(context: GraphqlContext, id: string): Promise<UnitModel | null> {
    const load = async (ids: readonly string[]): Promise<(UnitModel | null)[]> =>
      (await this.units.byIds(ids)).map((row) => (row === undefined ? null : toUnitModel(row)));
    return loaderOf(context, UNIT, load).load(id);
  }

  /** @throws DomainError directory.unitNotFound */
  async get(context: GraphqlContext, id: string): Promise<UnitModel> {
    const unit = await this.find(context, id);
    if (unit === null) throw new DomainError('directory.unitNotFound');
    return unit;
  }

  /** The units directly below. */
  async children(context: GraphqlContext, id: string): Promise<UnitModel[]> {
    const load = async (ids: readonly string[]): Promise<UnitModel[][]> =>
      (await this.units.childrenOf(ids)).map((rows) => rows.map(toUnitModel));
    return loaderOf(context, CHILDREN, load).load(id);
  }

  /** The territories it serves. */
  async territories(context: GraphqlContext, id: string): Promise<TerritoryModel[]> {
    return loaderOf(context, TERRITORIES, (ids: readonly string[]) => this.units.territoriesOf(ids)).load(id);
  }

  /** The codes of the exchange types it handles. */
  async competences(context: GraphqlContext, id: string): Promise<string[]> {
    return loaderOf(context, COMPETENCES, (ids: readonly string[]) => this.units.competencesOf(ids)).load(id);
  }

  /** The ways to reach it. */
  async contactPoints(context: GraphqlContext, id: string): Promise<ContactPointModel[]> {
    const load = (ids: readonly string[]): Promise<ContactPointModel[][]> => this.units.contactPointsOf(ids);
    return loaderOf(context, CONTACT_POINTS, load).load(id);
  }
}
