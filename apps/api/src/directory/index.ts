export { DirectoryModule } from './directory.module';
export { UnitLoader } from './unit.loader';
export { UnitModel } from './unit.model';
export { UnitRights } from './unit-rights';
export { unitSearchKey } from './unit-search-key';
export { UnitsService } from './units.service';
