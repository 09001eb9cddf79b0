/** The columns of `unit` under the names of `UnitRow`. */
const COLUMNS = `unit.id, unit.code, unit.country, unit.kind, unit.parent_id as "parentId",
  jsonb_build_object('ro', unit_kind.name_ro, 'bg', unit_kind.name_bg, 'en', unit_kind.name_en) as "kindName",
  jsonb_build_object('ro', unit.name_ro, 'bg', unit.name_bg, 'en', unit.name_en) as name,
  jsonb_build_object('ro', short_name_ro, 'bg', short_name_bg, 'en', short_name_en) as "shortName",
  unit.languages, unit.number_code as "numberCode", unit.active, unit.four_eyes as "fourEyes",
  unit.open_to_correction as "openToCorrection", unit.version`;

/** Units as `UnitRow`; also for statements of other rooms that read units along with their own rows. */
export const SELECT_UNITS = `select ${COLUMNS} from unit join unit_kind on unit_kind.code = unit.kind`;
