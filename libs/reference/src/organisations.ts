import { type Country, type Locale, LOCALES, type Trilingual } from '@soc-coop/contracts';

import data from '../data/organisations.json';
import { type DataMeta, indexBy, oneOf, provenance, type Provenance, toCountry } from './shape';
import { territoryById } from './territories';

export const ORGANISATION_TYPES = [
  'CENTRAL_AGENCY',
  'COUNTY_AGENCY',
  'REGIONAL_DIRECTORATE',
  'LOCAL_DIRECTORATE',
  'MINISTRY',
  'QUALITY_AGENCY',
  'CHILD_PROTECTION',
  'DISABILITY_BODY',
  'DPA',
  'COUNTY_COUNCIL_DIRECTORATE',
  'MAYORS_OFFICE',
  'SPAS',
  'NGO',
  'SOCIAL_SECURITY',
  'EMPLOYMENT',
  'PROGRAMME_BODY',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

/** One public body of either country. Persons are never named. */
export interface Organisation extends Provenance {
  readonly id: string;
  readonly type: OrganisationType;
  readonly country: Country;
  /** `null` for bodies competent for the whole country. */
  readonly territoryId: string | null;
  readonly parentId: string | null;
  readonly names: Trilingual;
  /** Abbreviation, or the name where none is known in a language. */
  readonly shortNames: Trilingual;
  readonly seat: Trilingual | null;
  /** Former names and variants met in texts, for search only. */
  readonly otherNames: readonly string[];
  readonly legalBasis: readonly string[];
  readonly site: string | null;
  readonly telephone: string | null;
  readonly borderArea: boolean;
  /** Part in the project: `LB` lead partner, `B2` to `B4` partners. */
  readonly projectRole: string | null;
  /** Stands for its kind in demonstrations; the list of its kind is not complete. */
  readonly example: boolean;
  readonly note: string | null;
}

type Raw = (typeof data.organisations)[number];

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** A Bulgarian abbreviation says nothing to a Romanian reader, a Romanian one is at least readable to both. */
const shortName = (raw: Raw, locale: Locale): string => {
  const { ro, bg, en } = raw.abbreviations;
  const own = raw.abbreviations[locale];
  const candidates = locale === 'bg' ? [own, bg, en, ro] : [own, en, ro];
  return (
    candidates.find((text) => text !== null && (locale === 'bg' || !CYRILLIC.test(text))) ?? raw.names[locale]
  );
};

const trilingual = (textIn: (locale: Locale) => string): Trilingual => ({
  ro: textIn('ro'),
  bg: textIn('bg'),
  en: textIn('en'),
});

/** The texts among the members of a record of names, whatever else the record says. */
const textsOf = (record: Readonly<Partial<Record<Locale, unknown>>>): readonly string[] =>
  LOCALES.flatMap((locale) => record[locale] ?? []).filter(
    (text): text is string => typeof text === 'string',
  );

const otherNames = (raw: Raw): readonly string[] => [
  ...textsOf(raw.otherNames ?? {}),
  ...(raw.formerNames ?? []).flatMap((former) => textsOf(former)),
];

const isInBorderArea = (territoryId: string | null): boolean =>
  territoryId !== null && territoryById(territoryId)?.borderArea === true;

const contactOf = ({ seat, contact }: Raw): Pick<Organisation, 'seat' | 'site' | 'telephone'> => ({
  seat: seat ?? null,
  site: contact?.site ?? null,
  telephone: contact?.telephone ?? null,
});

const remarksOn = (raw: Raw): Pick<Organisation, 'legalBasis' | 'projectRole' | 'example' | 'note'> => ({
  legalBasis: raw.legalBasis ?? [],
  projectRole: raw.projectRole ?? null,
  example: raw.example ?? false,
  note: raw.note ?? null,
});

const toOrganisation = (raw: Raw): Organisation => ({
  id: raw.id,
  type: oneOf(ORGANISATION_TYPES, raw.type),
  country: toCountry(raw.country),
  territoryId: raw.territoryId,
  parentId: raw.parentId,
  names: raw.names,
  shortNames: trilingual((locale) => shortName(raw, locale)),
  otherNames: otherNames(raw),
  borderArea: isInBorderArea(raw.territoryId),
  ...contactOf(raw),
  ...remarksOn(raw),
  ...provenance(raw.sources, raw.sure),
});

export const organisationsMeta: DataMeta = data.meta;

/** What each kind of organisation is called. */
export const organisationTypes: readonly { readonly code: OrganisationType; readonly label: Trilingual }[] =
  data.types.map(({ code, label }) => ({ code: oneOf(ORGANISATION_TYPES, code), label }));

/** All organisations of both countries; a parent may stand before or after its children. */
export const organisations: readonly Organisation[] = data.organisations.map(toOrganisation);

const byId = indexBy(organisations, ({ id }) => id);

export const organisationById = (id: string): Organisation | undefined => byId.get(id);

/** The direct children of an organisation; of `null`, the bodies without a parent. */
export const organisationsBelow = (parentId: string | null): readonly Organisation[] =>
  organisations.filter((organisation) => organisation.parentId === parentId);

/** From an organisation's parent up to the top of its tree. */
export const ancestorsOf = (id: string): readonly Organisation[] => {
  const parentId = byId.get(id)?.parentId ?? null;
  const parent = parentId === null ? undefined : byId.get(parentId);
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent.id)];
};

/** Every organisation after its parent: the order a tree is filled in. */
export const organisationsTopDown = (): readonly Organisation[] =>
  [...organisations].sort((a, b) => ancestorsOf(a.id).length - ancestorsOf(b.id).length);
