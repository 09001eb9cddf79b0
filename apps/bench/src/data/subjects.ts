import type pg from 'pg';
import { KEY_ID, makeNames, makeVault } from '../product';
import { benchId, kinds } from './ids';
import { type Person, personOf } from './persons';
import { seededDraw } from './random';

const BATCH = 5_000;
/** Three persons to ten exchanges: some come back for years. */
const PERSONS_PER_EXCHANGE = 0.3;

const INSERT = `
  insert into subject (id, exchange_id, family_name, given_name, patronymic, family_name_latin, given_name_latin,
    birth_date, sex, search_key, wrapped_key, sealed)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[],
    $9::text[], $10::text[], $11::text[], $12::text[])`;
const INSERT_NUMBERS = `insert into subject_identifier (subject_id, type, blind_index, key_id)
  select *, '${KEY_ID}' from unnest($1::uuid[], $2::text[], $3::text[])`;

/** How many different persons a number of exchanges is about. */
export const personsOf = (exchanges: number): number => Math.round(exchanges * PERSONS_PER_EXCHANGE);

/** Which person an exchange is about: squared, so that some have many exchanges. */
export const personAt = (exchange: number, exchanges: number, seed: number): number =>
  Math.floor(seededDraw(exchange, seed + 1)() ** 2 * personsOf(exchanges));

/** What all rows of one person share. */
interface Prepared {
  readonly person: Person;
  readonly latin: readonly [string, string];
  readonly searchKey: string;
  readonly blind: string;
}

/** A row of a subject, and the hash of the number it is found by. */
interface SubjectRow {
  readonly row: readonly unknown[];
  readonly type: string;
  readonly blind: string;
}

/** Makes the rows of subjects: every block is really sealed, under a key of its own and for its own row. */
class SubjectRows {
  private readonly vault = makeVault();
  private readonly names = makeNames();
  private readonly known = new Map<number, Prepared>();

  constructor(private readonly seed: number) {}

  row(exchange: number, number: number): SubjectRow {
    const id = benchId(kinds.subject, exchange);
    const { person, latin, searchKey, blind } = this.person(number);
    const { familyName, givenName, patronymic, birthDate, sex } = person;
    const block = { familyName, givenName, patronymic, birthDate, sex, identifiers: [identifierOf(person)] };
    const { wrappedKey, sealed } = this.vault.seal(id, block);
    const row = [id, benchId(kinds.exchange, exchange), familyName, givenName, patronymic, ...latin];
    const { type } = identifierOf(person);
    return { row: [...row, birthDate, sex, searchKey, wrappedKey, sealed], type, blind };
  }

  private person(number: number): Prepared {
    const known = this.known.get(number);
    if (known !== undefined) return known;
    const person = personOf(number, this.seed);
    const { familyName, givenName, patronymic } = person;
    const [family, given] = [familyName, givenName].map((name) => this.names.transliterateBulgarian(name));
    const whole = [givenName, patronymic, familyName].filter((part) => part !== null);
    const forms = [whole.join(' '), `${given} ${family}`];
    const keys = new Set(forms.flatMap((form) => [this.names.searchKey(form), this.names.nameKey(form)]));
    const prepared: Prepared = {
      person,
      latin: [family ?? '', given ?? ''],
      searchKey: [...keys].join(' | '),
      blind: this.vault.blindIndex(identifierOf(person)),
    };
    this.known.set(number, prepared);
    return prepared;
  }
}

const identifierOf = ({ country, number }: Person) => ({
  type: country === 'RO' ? 'CNP' : 'EGN',
  country,
  value: number,
});

/** Which exchanges get their persons, of how many. */
export interface SubjectRange {
  readonly from: number;
  readonly to: number;
  readonly exchanges: number;
  readonly seed: number;
}

/** Fills the persons of a range of exchanges, a few thousand rows a statement. */
export const fillSubjects = async (client: pg.Client, range: SubjectRange): Promise<void> => {
  const { from, to, exchanges, seed } = range;
  const make = new SubjectRows(seed);
  let running: Promise<unknown> = Promise.resolve();
  for (let first = from; first <= to; first += BATCH) {
    const last = Math.min(to, first + BATCH - 1);
    const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const rows = numbers.map((at) => make.row(at, personAt(at, exchanges, seed)));
    const columns = Array.from({ length: 12 }, (_, column) => rows.map(({ row }) => row[column]));
    const ids = columns[0] ?? [];
    // The next rows are sealed while the database writes these.
    await running;
    running = client
      .query(INSERT, columns)
      .then(() =>
        client.query(INSERT_NUMBERS, [ids, rows.map(({ type }) => type), rows.map(({ blind }) => blind)]),
      );
  }
  await running;
};
