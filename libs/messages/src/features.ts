/** The features texts are grouped by: one file per feature and locale, `locales/<locale>/<feature>.json`. */
export const FEATURES = [
  'access',
  'agreements',
  'audit',
  'common',
  'directory',
  'errors',
  'exchanges',
  'forms',
  'pages',
  'shell',
  'trainings',
] as const;
export type Feature = (typeof FEATURES)[number];
