export { DirectoryModule } from './directory.module';
export { UnitLoader } from './unit.loader';
export { toUnitModel } from './unit.mapper';
export { ContactPointModel, TerritoryModel, UnitModel } from './unit.model';
export { UnitRights } from './unit-rights';
export { type SearchableUnit, unitSearchKey } from './unit-search-key';
export type { ContactPointRow, TerritoryRow, UnitLineage, UnitNumbering, UnitRow } from './unit.row';
export { UnitsService } from './units.service';
