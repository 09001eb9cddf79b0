import type { Country } from '@soc-coop/contracts';

/** A person who never was. Births before 1900 keep the numbers apart from every living person's. */
export interface DemoPerson {
  readonly country: Country;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic?: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly number: { readonly type: 'cnp' | 'egn'; readonly value: string };
}

const ro = (
  givenName: string,
  familyName: string,
  sex: 'F' | 'M',
  birthDate: string,
  cnp: string,
): DemoPerson => ({
  country: 'RO',
  givenName,
  familyName,
  sex,
  birthDate,
  number: { type: 'cnp', value: cnp },
});

const bg = (
  [givenName, patronymic, familyName]: readonly [string, string, string],
  sex: 'F' | 'M',
  birthDate: string,
  egn: string,
): DemoPerson => ({
  country: 'BG',
  givenName,
  patronymic,
  familyName,
  sex,
  birthDate,
  number: { type: 'egn', value: egn },
});

/** The persons of the demonstration exchanges. */
export const PERSONS = {
  stefania: ro('Ștefania', 'Șerbănescu', 'F', '1852-09-14', '4520914359781'),
  anisoara: ro('Anișoara', 'Munteanu', 'F', '1853-05-15', '4530515129242'),
  mariuca: ro('Măriuca', 'Brânză', 'F', '1862-08-08', '4620808259582'),
  ioana: ro('Ioana', 'Dunăreanu', 'F', '1890-04-11', '4900411349410'),
  gheorghe: ro('Gheorghe', 'Dunăreanu', 'M', '1877-10-15', '3771015149470'),
  stefan: ro('Ștefan', 'Munteanu', 'M', '1880-05-13', '3800513029405'),
  yordanka: bg(['Йорданка', 'Петкова', 'Йовчева'], 'F', '1852-09-14', '5229149790'),
  tsvetana: bg(['Цветана', 'Христова', 'Щерева'], 'F', '1859-11-17', '5931179050'),
  stoyanka: bg(['Стоянка', 'Желева', 'Дунавска'], 'F', '1853-05-15', '5325159237'),
  zhivka: bg(['Живка', 'Ангелова', 'Караджова'], 'F', '1862-08-08', '6228089574'),
  hristo: bg(['Христо', 'Цветков', 'Щерев'], 'M', '1877-10-15', '7730159420'),
  georgi: bg(['Георги', 'Димитров', 'Дунавски'], 'M', '1880-05-13', '8025139404'),
} as const satisfies Record<string, DemoPerson>;
