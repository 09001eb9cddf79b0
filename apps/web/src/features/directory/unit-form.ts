import type { Country, Locale, Trilingual } from '@soc-coop/contracts';
import type { UnitDetails } from './composables/use-units';

/** One way to reach a unit, as edited. */
export interface ContactValues {
  kind: string;
  value: string;
  note: string;
}

/** What an administrator fills in about a unit. */
export interface UnitValues {
  code: string;
  country: Country;
  kind: string;
  parent: string;
  name: Record<Locale, string>;
  shortName: Record<Locale, string>;
  territories: string[];
  competences: string[];
  languages: string[];
  contactPoints: ContactValues[];
  active: boolean;
}

const blank = (): Record<Locale, string> => ({ ro: '', bg: '', en: '' });
const copy = ({ ro, bg, en }: Trilingual): Record<Locale, string> => ({ ro, bg, en });

export const emptyUnit = (): UnitValues => ({
  code: '',
  country: 'RO',
  kind: '',
  parent: '',
  name: blank(),
  shortName: blank(),
  territories: [],
  competences: [],
  languages: [],
  contactPoints: [],
  active: true,
});

export const unitValues = (unit: UnitDetails): UnitValues => ({
  code: unit.code,
  country: unit.country,
  kind: unit.kind.code,
  parent: unit.parent?.id ?? '',
  name: copy(unit.name),
  shortName: copy(unit.shortName),
  territories: unit.territories.map(({ code }) => code),
  competences: unit.competences.map(({ code }) => code),
  languages: [...unit.languages],
  contactPoints: unit.contactPoints.map(({ kind, value, note }) => ({ kind, value, note: note ?? '' })),
  active: unit.active,
});

/** Names of the fields that are missing or wrong, by the id of their control. */
export const unitGaps = (values: UnitValues, isNew: boolean): readonly string[] => {
  const names = (['ro', 'bg', 'en'] as const).flatMap((locale) => [
    ...(values.name[locale].trim() ? [] : [`unit-name-${locale}`]),
    ...(values.shortName[locale].trim() ? [] : [`unit-short-${locale}`]),
  ]);
  const head = isNew
    ? [
        ...(/^[A-Z]{2}-[A-Za-z0-9-]{1,40}$/.test(values.code) ? [] : ['unit-code']),
        ...(values.kind ? [] : ['unit-kind']),
      ]
    : [];
  const contacts = values.contactPoints.flatMap((contact, at) =>
    contact.value.trim() ? [] : [`unit-contact-${at}`],
  );
  return [...head, ...names, ...(values.languages.length ? [] : ['unit-languages']), ...contacts];
};
