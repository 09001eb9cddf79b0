import type { Country } from '@soc-coop/contracts';
import data from '../../../data/demonstration-persons.json';

/** A person who never was. Births before 1900 keep the numbers apart from every living person's. */
export interface DemoPerson {
  readonly country: Country;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic?: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  /** CNP or EGN, by the country. */
  readonly number: string;
}

const personsOf = (country: Country): readonly DemoPerson[] =>
  data.persons
    .filter((raw) => raw.country === country)
    .map(({ familyName, givenName, sex, birthDate, number, ...rest }) => ({
      country,
      familyName,
      givenName,
      ...(rest.patronymic === undefined ? {} : { patronymic: rest.patronymic }),
      sex: sex === 'F' ? 'F' : 'M',
      birthDate,
      number,
    }));

/** The persons of the demonstration cases, by country. */
export const DEMO_PERSONS: Readonly<Record<Country, readonly DemoPerson[]>> = {
  RO: personsOf('RO'),
  BG: personsOf('BG'),
};
