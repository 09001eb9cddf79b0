import data from '../data/trainings.json';
import { organisationById } from './organisations';
import { territoryById } from './territories';
import {
  courseByCode,
  courseModules,
  courses,
  modulesOf,
  plannedSessions,
  trainingAudiences,
  trainingSubjects,
} from './trainings';

describe('trainings', () => {
  it('have a course for each subject and audience', () => {
    expect(courses).toHaveLength(trainingSubjects.length * trainingAudiences.length);
    expect(new Set(courses.map(({ subject, audience }) => `${subject} ${audience}`)).size).toBe(6);
    expect(courseByCode('C-SB-DB')).toMatchObject({ countries: ['RO', 'BG'], stated: true });
    expect(courseByCode('C-SI-MO')?.stated).toBe(false);
    expect(courseByCode('C-XX')).toBeUndefined();
  });

  it('have modules in teaching order', () => {
    expect(courseModules).toHaveLength(14);
    for (const course of courses)
      expect(modulesOf(course).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('have as many planned sessions as the project counts', () => {
    const count = (test: (session: (typeof plannedSessions)[number]) => boolean): number =>
      plannedSessions.filter(test).length;
    expect(plannedSessions).toHaveLength(data.plannedCounts.total);
    expect(count(({ country }) => country === 'RO')).toBe(data.plannedCounts.RO.total);
    expect(count(({ country }) => country === 'BG')).toBe(data.plannedCounts.BG.total);
    expect(count(({ level }) => level === 'regional')).toBe(data.plannedCounts.BG.regional);
    expect(count(({ level }) => level === 'local')).toBe(data.plannedCounts.BG.local);
    expect(count(({ organiserId }) => organiserId === 'RO-AJPIS-DJ')).toBe(3);
  });

  it('have sessions whose organiser and territory exist and fit together', () => {
    expect(new Set(plannedSessions.map(({ code }) => code)).size).toBe(plannedSessions.length);
    for (const { organiserId, territoryId, country } of plannedSessions) {
      if (organiserId === null || territoryId === null) continue;
      expect(organisationById(organiserId)?.territoryId).toBe(territoryId);
      expect(territoryById(territoryId)?.country).toBe(country);
    }
  });
});
