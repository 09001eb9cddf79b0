/** The three languages of the product. Romanian and Bulgarian are authentic; English is for both sides' convenience. */
export const LOCALES = ['ro', 'bg', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in all three languages. */
export type Trilingual = Readonly<Record<Locale, string>>;

/** ISO 3166-1 alpha-2 of the two states. */
export const COUNTRIES = ['RO', 'BG'] as const;
export type Country = (typeof COUNTRIES)[number];
