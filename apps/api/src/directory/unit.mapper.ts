import type { UnitModel } from './unit.model';
import type { UnitRow } from './unit.row';

/** What the schema shows of a unit. */
export const toUnitModel = (row: UnitRow): UnitModel => ({
  id: row.id,
  code: row.code,
  country: row.country,
  kind: { code: row.kind, name: row.kindName },
  name: row.name,
  shortName: row.shortName,
  languages: row.languages,
  active: row.active,
  fourEyes: row.fourEyes,
  openToCorrection: row.openToCorrection,
  version: row.version,
  parentId: row.parentId,
});
