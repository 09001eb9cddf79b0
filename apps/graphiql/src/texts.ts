import texts from './texts.json';

/** The languages of the product. */
export type Locale = keyof typeof texts;

/** The page's own few texts in one language. */
export type Texts = (typeof texts)['en'];

/** The reader's language: the account's, else the browser's first that we have. */
export function chooseLocale(account: string | null, browser: readonly string[]): Locale {
  const wishes = [...(account === null ? [] : [account]), ...browser.map((tag) => tag.slice(0, 2))];
  return wishes.find(isLocale) ?? 'en';
}

/** The texts of a language. */
export function textsOf(locale: Locale): Texts {
  return texts[locale];
}

function isLocale(value: string): value is Locale {
  return value in texts;
}
