import type { Locale } from '@soc-coop/contracts';

/** Chooses one of the forms of a text for a number; the signature vue-i18n expects in `pluralRules`. */
export type PluralRule = (choice: number, choicesLength: number) => number;

/** The CLDR categories of each locale in the order the forms of a text are written. */
const FORMS: Readonly<Record<Locale, readonly Intl.LDMLPluralRule[]>> = {
  /** `{n} zi | {n} zile | {n} de zile` */
  ro: ['one', 'few', 'other'],
  /** `{n} ден | {n} дни`, where things take the counting form: `{n} ред | {n} реда` */
  bg: ['one', 'other'],
  en: ['one', 'other'],
};

/** How many forms a plural text of a locale has; one more, placed first, is allowed for zero. */
export const pluralForms = (locale: Locale): number => FORMS[locale].length;

const ruleFor = (locale: Locale): PluralRule => {
  const categories = new Intl.PluralRules(locale);
  const forms = FORMS[locale];
  return (choice, choicesLength) => {
    const hasZeroForm = choicesLength > forms.length;
    if (hasZeroForm && choice === 0) return 0;
    const form = forms.indexOf(categories.select(Math.abs(choice))) + (hasZeroForm ? 1 : 0);
    return Math.min(form, choicesLength - 1);
  };
};

/** The plural rules of all locales, as vue-i18n's `pluralRules` takes them. */
export const PLURAL_RULES: Readonly<Record<Locale, PluralRule>> = {
  ro: ruleFor('ro'),
  bg: ruleFor('bg'),
  en: ruleFor('en'),
};
