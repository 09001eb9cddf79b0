import { seededDraw } from './random';

/** An invented person, as a request describes one. */
export interface Person {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly country: 'RO' | 'BG';
  readonly number: string;
}

const RO_FAMILY =
  'Popescu Ionescu Dumitru Stan Marin Tudor Barbu Stoica Gheorghe Matei Ciobanu Rusu Munteanu Lazăr Florea Dobre Voicu Nistor Toma Albu Manea Oprea Sandu Vasile Ene Preda Neagu Dinu Crăciun Iordache'.split(
    ' ',
  );
const RO_FEMALE =
  'Maria Elena Ana Ioana Mihaela Andreea Cristina Daniela Alexandra Gabriela Florentina Simona Roxana Camelia Ștefania'.split(
    ' ',
  );
const RO_MALE =
  'Ion Andrei Mihai Alexandru Gheorghe Radu Cristian Florin Vasile Adrian Marius Daniel Bogdan Ștefan Țudor'.split(
    ' ',
  );
const BG_FAMILY =
  'Иванов Георгиев Димитров Петров Николов Христов Стоянов Тодоров Илиев Ангелов Василев Петков Маринов Колев Стефанов Атанасов Костадинов Михайлов Йорданов Недялков Цветков Жеков Щерев Янков Попов Русев Енчев Бойчев Димов Гочев'.split(
    ' ',
  );
const BG_FEMALE =
  'Мария Елена Ивана Петя Десислава Гергана Калина Надежда Радка Силвия Теодора Виолета Цветелина Яна Златка'.split(
    ' ',
  );
const BG_MALE =
  'Иван Георги Димитър Петър Николай Стоян Христо Красимир Валентин Живко Пламен Румен Юлиан Чавдар Емил'.split(
    ' ',
  );

/** Syllables that make a family name rare: 900 forms of each common name. */
const RO_ENDS = 'a e i o u an el in or us ac ea iu ol un ar es il os ur at eș ic om uț av en ig on uc'.split(
  ' ',
);
const BG_ENDS = 'а е и о у ан ел ин ор ус ак еа иу ол ун ар ес ил ос ур ат еш иц ом уц ав ен иг он ук'.split(
  ' ',
);

const pick = (list: readonly string[], draw: number): string => list[Math.floor(draw * list.length)] ?? '';

/** Half of the persons bear one of thirty common names, the others one that few share. */
const familyName = (common: readonly string[], ends: readonly string[], draw: () => number): string => {
  const name = pick(common, draw());
  if (draw() < 0.5) return name;
  return `${pick(common, draw()).slice(0, 4)}${pick(ends, draw())}${name.slice(-4)}`;
};

const day = (draw: () => number): string => {
  const parts = [1 + Math.floor(draw() * 12), 1 + Math.floor(draw() * 28)];
  return [1940 + Math.floor(draw() * 70), ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
};

/** How names are made in a country. */
interface Naming {
  readonly family: readonly string[];
  readonly ends: readonly string[];
  readonly female: readonly string[];
  readonly male: readonly string[];
}

const NAMING: Readonly<Record<'RO' | 'BG', Naming>> = {
  RO: { family: RO_FAMILY, ends: RO_ENDS, female: RO_FEMALE, male: RO_MALE },
  BG: { family: BG_FAMILY, ends: BG_ENDS, female: BG_FEMALE, male: BG_MALE },
};

/** Bulgarian names of women end otherwise, and everybody has the father's. */
const namesOf = (country: 'RO' | 'BG', female: boolean, draw: () => number) => {
  const naming = NAMING[country];
  const family = familyName(naming.family, naming.ends, draw);
  const givenName = pick(female ? naming.female : naming.male, draw());
  if (country === 'RO') return { familyName: family, givenName, patronymic: null };
  const end = female ? 'а' : '';
  return { familyName: `${family}${end}`, givenName, patronymic: `${pick(BG_MALE, draw())}ов${end}` };
};

/** The person of that number; the same number is always the same person. */
export const personOf = (at: number, seed: number): Person => {
  const draw = seededDraw(at, seed);
  const country = draw() < 0.5 ? 'RO' : 'BG';
  const female = draw() < 0.5;
  return {
    ...namesOf(country, female, draw),
    sex: female ? 'F' : 'M',
    birthDate: day(draw),
    country,
    // No register gives numbers that begin with 99: nobody can have this one.
    number: `99${String(at).padStart(8, '0')}`,
  };
};
