import { markLasting } from '../platform/graphql';
import type { UnitModel } from './unit.model';
import type { UnitRow } from './unit.row';

const models = new WeakMap<UnitRow, UnitModel>();

/** What the schema shows of a unit; of one row always the same. */
export const toUnitModel = (row: UnitRow): UnitModel => {
  const model = models.get(row) ?? markLasting(modelOf(row));
  models.set(row, model);
  return model;
};

const modelOf = (row: UnitRow): UnitModel => ({
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
