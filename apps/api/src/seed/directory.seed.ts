import {
  countries,
  exchangeTypesHandledBy,
  holidays,
  nuts2Regions,
  type Organisation,
  organisationsTopDown,
  organisationTypes,
  territories,
  type Territory,
  territoryById,
} from '@soc-coop/reference';
import { searchWords } from '@soc-coop/domain';
import { unitSearchKey } from '../directory';
import { newId } from '../platform/database';
import type { ReferenceRowsRepository } from './reference-rows.repository';
import { type Row, textColumns } from './rows';

const CALLING_CODES = { RO: '+40', BG: '+359' } as const;

const placesOf = ({ names, longNames, otherNames, seat }: Territory): readonly string[] => [
  ...Object.values(names),
  ...Object.values(longNames),
  ...otherNames,
  ...Object.values(seat),
];

const territoryRow = (territory: Territory): Row => ({
  code: territory.id,
  country: territory.country,
  nuts2: territory.nuts2,
  nuts3: territory.nuts3,
  ...textColumns('name', territory.names),
  border_area: territory.borderArea,
  search_key: [...new Set(placesOf(territory).flatMap(searchWords))].join(' '),
});

/** The territory an organisation serves; bodies for the whole country serve none in particular. */
const territoryOf = ({ territoryId }: Organisation): Territory | undefined =>
  territoryId === null ? undefined : territoryById(territoryId);

/** Exchanges are numbered by county or district, those of the central agencies by country. */
const numberCode = (organisation: Organisation): string | null => {
  const territory = territoryOf(organisation);
  switch (organisation.type) {
    case 'CENTRAL_AGENCY':
      return organisation.country;
    case 'COUNTY_AGENCY':
      return territory?.id ?? null;
    case 'REGIONAL_DIRECTORATE':
      return territory?.nsiCode ? `${territory.country}-${territory.nsiCode}` : null;
    default:
      return null;
  }
};

const languagesOf = ({ country, type }: Organisation): string[] => [
  country === 'RO' ? 'ro' : 'bg',
  ...(type === 'CENTRAL_AGENCY' ? ['en'] : []),
];

const unitRow = (organisation: Organisation, ids: ReadonlyMap<string, string>): Row => {
  const territory = territoryOf(organisation);
  const places = [
    ...(territory === undefined ? [] : placesOf(territory)),
    ...Object.values(organisation.seat ?? {}),
    ...organisation.otherNames,
  ];
  const { id: code, names: name, shortNames: shortName, parentId } = organisation;
  return {
    id: ids.get(code),
    code,
    country: organisation.country,
    kind: organisation.type,
    parent_id: parentId === null ? null : (ids.get(parentId) ?? null),
    ...textColumns('name', name),
    ...textColumns('short_name', shortName),
    search_key: unitSearchKey({ code, name, shortName, places }),
    languages: languagesOf(organisation),
    number_code: numberCode(organisation),
    active: true,
    four_eyes: false,
    open_to_correction: organisation.openToCorrection,
    source: organisation.sources.join(', '),
    version: 1,
  };
};

const contactRows = (unitId: string | undefined, { site, telephone }: Organisation): Row[] =>
  [
    { kind: 'SITE', value: site },
    { kind: 'PHONE', value: telephone },
  ]
    .filter(({ value }) => value !== null)
    .map(({ kind, value }, ordinal) => ({ id: newId(), unit_id: unitId, ordinal, kind, value, note: null }));

/**
 * Countries, regions, counties and districts, kinds of institution and days off: brought up to date. A day that an
 * administrator changed or removed is the administrator's from then on.
 */
export const seedTerritories = async (rows: ReferenceRowsRepository): Promise<number> => {
  const written = [
    await rows.upsert(
      { name: 'country', key: ['code'] },
      countries.map(({ id, names, language, currency, timeZone }) => ({
        code: id,
        ...textColumns('name', names),
        language,
        currency,
        calling_code: CALLING_CODES[id],
        time_zone: timeZone,
      })),
    ),
    await rows.upsert(
      { name: 'nuts2', key: ['code'] },
      nuts2Regions.map(({ id, country, names }) => ({ code: id, country, ...textColumns('name', names) })),
    ),
    await rows.upsert({ name: 'territory', key: ['code'] }, territories.map(territoryRow)),
    await rows.upsert(
      { name: 'unit_kind', key: ['code'] },
      organisationTypes.map(({ code, label }) => ({ code, ...textColumns('name', label) })),
    ),
    await rows.upsert(
      { name: 'working_calendar_day', key: ['country', 'day', 'key'], keptBy: `origin = 'MANUAL'` },
      holidays.map(({ country, date, key, kind, names, act }) => ({
        country,
        day: date,
        key,
        kind,
        ...textColumns('name', names),
        source_act: act,
      })),
    ),
  ];
  await rows.insertMissing(
    'working_calendar',
    countries.map(({ id }) => ({ country: id, revision: 0 })),
  );
  return written.reduce((sum, count) => sum + count, 0);
};

/**
 * The organisations as units, parents before children. A unit that is there already belongs to the administrators
 * of its country: nothing of it is touched, not even what it serves and handles.
 */
export const seedUnits = async (rows: ReferenceRowsRepository): Promise<number> => {
  const known = await rows.idsByCode('unit');
  const missing = organisationsTopDown().filter(({ id }) => !known.has(id));
  const ids = new Map([...known, ...missing.map(({ id }): [string, string] => [id, newId()])]);
  await rows.insertMissing(
    'unit',
    missing.map((organisation) => unitRow(organisation, ids)),
  );
  await rows.insertMissing(
    'unit_territory',
    missing
      .filter(({ territoryId }) => territoryId !== null)
      .map(({ id, territoryId, country }) => ({ unit_id: ids.get(id), territory: territoryId, country })),
  );
  await rows.insertMissing(
    'unit_competence',
    missing.flatMap(({ id }) =>
      exchangeTypesHandledBy(id).map((type) => ({ unit_id: ids.get(id), exchange_type: type })),
    ),
  );
  await rows.insertMissing(
    'contact_point',
    missing.flatMap((organisation) => contactRows(ids.get(organisation.id), organisation)),
  );
  return missing.length;
};
