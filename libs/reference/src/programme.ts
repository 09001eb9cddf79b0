import type { Country, Trilingual } from '@soc-coop/contracts';

import data from '../data/programme.json';
import { type DataMeta, indexBy, toCountry } from './shape';

/** A partner of project ROBG-150. */
export interface ProgrammePartner {
  readonly role: string;
  readonly names: Trilingual;
  readonly country: Country;
  readonly territoryId: string | null;
  readonly sources: readonly string[];
}

/** An activity with the numbers planned and achieved; `null` where the texts give none. */
export interface ProgrammeActivity {
  readonly key: string;
  readonly unit: string;
  readonly planned: number | null;
  readonly achieved: number | null;
  readonly plannedIn: readonly string[];
  readonly achievedIn: readonly string[];
  readonly remark: string | null;
}

/** A group the project reached, with its size. */
export interface TargetGroup {
  readonly key: string;
  readonly count: number;
  readonly approximate: boolean;
  readonly unit: string;
  readonly country: Country | null;
  readonly sources: readonly string[];
}

/** A date or period of the project; days, or months where the texts give no day. */
export interface ProgrammeDate {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly remark: string | null;
  readonly sources: readonly string[];
}

/** A version of the budget in euro. */
export interface BudgetVersion {
  readonly key: string;
  readonly totalEur: number;
  readonly erdfEur: number;
  readonly sources: readonly string[];
}

/** Where the texts contradict each other, what each says (value to texts), and how it is read here. */
export interface Disagreement {
  readonly topic: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly reading: string;
}

const toDate = (raw: (typeof data.dates)[number]): ProgrammeDate => {
  const from = raw.date ?? raw.month ?? raw.from ?? '';
  return { key: raw.key, from, to: raw.to ?? from, remark: raw.remark ?? null, sources: raw.sources };
};

export const programmeMeta: DataMeta = data.meta;

export const programmeTitles: Trilingual = data.identity.title;

export const programmeAcronym: string = data.identity.acronym;

/** The counties and districts of the area, by territory id. */
export const programmeArea: Readonly<Record<Country, readonly string[]>> = {
  RO: data.area.RO,
  BG: data.area.BG,
};

export const programmePartners: readonly ProgrammePartner[] = data.partners.map((raw) => ({
  role: raw.role,
  names: raw.name,
  country: toCountry(raw.country),
  territoryId: raw.territory,
  sources: raw.sources,
}));

export const programmeActivities: readonly ProgrammeActivity[] = data.activities.map((raw) => ({
  key: raw.key,
  unit: raw.unit,
  planned: raw.planned,
  achieved: raw.achieved,
  plannedIn: raw.plannedIn,
  achievedIn: raw.achievedIn,
  remark: raw.remark ?? null,
}));

export const targetGroups: readonly TargetGroup[] = data.targetGroups.map((raw) => ({
  key: raw.key,
  count: raw.count,
  approximate: raw.approximate ?? false,
  unit: raw.unit,
  country: raw.country === undefined ? null : toCountry(raw.country),
  sources: raw.sources,
}));

export const programmeDates: readonly ProgrammeDate[] = data.dates.map(toDate);

export const budgetVersions: readonly BudgetVersion[] = data.budgetVersions.map((raw) => ({
  key: raw.key,
  totalEur: raw.totalEur,
  erdfEur: raw.erdfEur,
  sources: raw.sources,
}));

export const programmeDisagreements: readonly Disagreement[] = data.disagreements.map((raw) => ({
  topic: raw.topic,
  values: new Map<string, readonly string[]>(Object.entries(raw.values)),
  reading: raw.reading,
}));

const activityIndex = indexBy(programmeActivities, ({ key }) => key);

export const programmeActivity = (key: string): ProgrammeActivity | undefined => activityIndex.get(key);
