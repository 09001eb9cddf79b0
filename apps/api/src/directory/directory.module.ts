import { Module } from '@nestjs/common';
import { ManageUnitsService } from './manage-units.service';
import { UnitFieldsResolver } from './unit-fields.resolver';
import { UnitWritesRepository } from './unit-writes.repository';
import { UnitLoader } from './unit.loader';
import { UnitsRepository } from './units.repository';
import { UnitsResolver } from './units.resolver';
import { UnitsService } from './units.service';

/** Territories and units. `UnitRights` comes from `access`, whose module is global. */
@Module({
  providers: [
    ManageUnitsService,
    UnitFieldsResolver,
    UnitLoader,
    UnitsRepository,
    UnitsResolver,
    UnitsService,
    UnitWritesRepository,
  ],
  exports: [UnitLoader, UnitsService],
})
export class DirectoryModule {}
