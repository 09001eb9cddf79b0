import type { CodeEntry } from '../definition';

/** The choices of the kind `yesNoUnknown`; `yesNo` has the first two. */
export const YES_NO_UNKNOWN: readonly CodeEntry[] = [
  { code: 'YES', label: { ro: 'da', bg: 'да', en: 'yes' } },
  { code: 'NO', label: { ro: 'nu', bg: 'не', en: 'no' } },
  { code: 'UNKNOWN', label: { ro: 'nu se cunoaște', bg: 'не е известно', en: 'not known' } },
];
export const YES_NO: readonly CodeEntry[] = YES_NO_UNKNOWN.slice(0, 2);
