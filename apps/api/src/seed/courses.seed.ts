import { courses } from '@soc-coop/reference';
import catalogue from '../../data/courses.json';
import { newId } from '../platform/database';
import type { ReferenceRowsRepository } from './reference-rows.repository';
import { type Row, textColumns } from './rows';

/** What a course of the project leads to. */
const certificates: Readonly<Record<string, { readonly kind: string; readonly months: number }>> =
  catalogue.certificates;

const courseRows = (): Row[] => [
  ...courses.map(({ code, subject, audience, titles }) => ({
    id: newId(),
    code,
    subject,
    audience,
    ...textColumns('title', titles),
    hours: catalogue.hours,
    certificate: certificates[code]?.kind ?? null,
    certificate_months: certificates[code]?.months ?? null,
    source: 'trainings of the project',
  })),
  ...catalogue.added.map(({ code, subject, audience, title, kind, months }) => ({
    id: newId(),
    code,
    subject,
    audience,
    ...textColumns('title', title),
    hours: catalogue.hours,
    certificate: kind,
    certificate_months: months,
    source: 'ours',
  })),
];

/** The catalogue of courses; a course that is there already is left to its organisers. */
export const seedCourses = async (rows: ReferenceRowsRepository): Promise<number> =>
  rows.insertMissing('course', courseRows());
