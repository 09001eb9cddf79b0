/** One name in both scripts: the Bulgarian ones romanised by the law, the Romanian ones as Bulgarian writes them. */
export interface NamePair {
  readonly latin: string;
  readonly cyrillic: string;
}

type Names = readonly [NamePair, ...NamePair[]];

const pair = (latin: string, cyrillic: string): NamePair => ({ latin, cyrillic });

const romanianFamily: Names = [
  pair('Munteanu', 'Мунтяну'),
  pair('Țurcanu', 'Цуркану'),
  pair('Brânză', 'Брънза'),
  pair('Dunăreanu', 'Дунъряну'),
  pair('Șerbănescu', 'Шербънеску'),
  pair('Olteanu', 'Олтяну'),
];

/** Names to combine. None is taken from a person; each is common enough to belong to nobody in particular. */
export const names = {
  RO: {
    female: [
      pair('Ștefania', 'Щефания'),
      pair('Ioana', 'Йоана'),
      pair('Măriuca', 'Мъриука'),
      pair('Anișoara', 'Анишоара'),
    ],
    male: [
      pair('Ștefan', 'Щефан'),
      pair('Ionuț', 'Йонуц'),
      pair('Gheorghe', 'Георге'),
      pair('Mircea', 'Мирча'),
    ],
    familyFemale: romanianFamily,
    familyMale: romanianFamily,
  },
  BG: {
    female: [
      pair('Yordanka', 'Йорданка'),
      pair('Tsvetana', 'Цветана'),
      pair('Zhivka', 'Живка'),
      pair('Stoyanka', 'Стоянка'),
    ],
    male: [
      pair('Georgi', 'Георги'),
      pair('Zhelyo', 'Жельо'),
      pair('Hristo', 'Христо'),
      pair('Asparuh', 'Аспарух'),
    ],
    familyFemale: [
      pair('Dunavska', 'Дунавска'),
      pair('Karadzhova', 'Караджова'),
      pair('Shtereva', 'Щерева'),
      pair('Yovcheva', 'Йовчева'),
    ],
    familyMale: [
      pair('Dunavski', 'Дунавски'),
      pair('Karadzhov', 'Караджов'),
      pair('Shterev', 'Щерев'),
      pair('Yovchev', 'Йовчев'),
    ],
  },
} as const satisfies Record<'RO' | 'BG', Record<'female' | 'male' | 'familyFemale' | 'familyMale', Names>>;
