import type { Country, Trilingual } from '@soc-coop/contracts';

import data from '../data/trainings.json';
import { type DataMeta, indexBy, oneOf, toCountry } from './shape';

/** SB management of social benefits, SI social inspection. */
export const TRAINING_SUBJECTS = ['SB', 'SI'] as const;
export type TrainingSubject = (typeof TRAINING_SUBJECTS)[number];

/** DB staff of agencies and directorates, MO staff of town halls, NG managers of non-governmental organisations. */
export const TRAINING_AUDIENCES = ['DB', 'MO', 'NG'] as const;
export type TrainingAudience = (typeof TRAINING_AUDIENCES)[number];

export const TRAINING_LEVELS = ['county', 'regional', 'local'] as const;
export type TrainingLevel = (typeof TRAINING_LEVELS)[number];

/** A course of the catalogue: one subject for one audience. */
export interface Course {
  readonly code: string;
  readonly subject: TrainingSubject;
  readonly audience: TrainingAudience;
  readonly titles: Trilingual;
  readonly countries: readonly Country[];
  /** Named by the project itself; otherwise read into its texts by us. */
  readonly stated: boolean;
}

/** A module of a subject, in teaching order. All modules are our proposal. */
export interface CourseModule {
  readonly subject: TrainingSubject;
  readonly number: number;
  readonly titles: Trilingual;
}

/** A training the project planned; dates and seats are not known. */
export interface PlannedSession {
  readonly code: string;
  readonly country: Country;
  readonly level: TrainingLevel;
  readonly audience: TrainingAudience;
  readonly titles: Trilingual;
  /** `null` where the texts do not say who or where. */
  readonly organiserId: string | null;
  readonly territoryId: string | null;
  readonly sources: readonly string[];
  /** What in the entry is our reading. */
  readonly remark: string | null;
}

/** A subject or an audience with its name. */
export interface TrainingLabel<Code extends string> {
  readonly code: Code;
  readonly titles: Trilingual;
}

export const trainingsMeta: DataMeta & { readonly sure: string } = data.meta;

export const trainingSubjects: readonly TrainingLabel<TrainingSubject>[] = data.subjects.map((raw) => ({
  code: oneOf(TRAINING_SUBJECTS, raw.code),
  titles: raw.title,
}));

export const trainingAudiences: readonly TrainingLabel<TrainingAudience>[] = data.audiences.map((raw) => ({
  code: oneOf(TRAINING_AUDIENCES, raw.code),
  titles: raw.title,
}));

export const courses: readonly Course[] = data.courses.map((raw) => ({
  code: raw.code,
  subject: oneOf(TRAINING_SUBJECTS, raw.subject),
  audience: oneOf(TRAINING_AUDIENCES, raw.audience),
  titles: raw.title,
  countries: raw.country.map(toCountry),
  stated: raw.stated === 'direct',
}));

export const courseModules: readonly CourseModule[] = data.modulesProposed.map((raw) => ({
  subject: oneOf(TRAINING_SUBJECTS, raw.subject),
  number: raw.no,
  titles: raw.title,
}));

export const plannedSessions: readonly PlannedSession[] = data.plannedSessions.map((raw) => ({
  code: raw.code,
  country: toCountry(raw.country),
  level: oneOf(TRAINING_LEVELS, raw.level),
  audience: oneOf(TRAINING_AUDIENCES, raw.audience),
  titles: raw.title,
  organiserId: raw.organiserId,
  territoryId: raw.territoryId,
  sources: raw.sources,
  remark: raw.remark ?? null,
}));

const courseIndex = indexBy(courses, ({ code }) => code);

export const courseByCode = (code: string): Course | undefined => courseIndex.get(code);

/** The modules of a course, in teaching order. */
export const modulesOf = ({ subject }: Course): readonly CourseModule[] =>
  courseModules.filter((module) => module.subject === subject).sort((a, b) => a.number - b.number);
