export { nameKey } from './name-key';
export { canonicalRomanian } from './romanian';
export { hasCyrillic, hasMixedScriptWord } from './scripts';
export { searchKey, searchWords } from './search-key';
export { transliterateBulgarian } from './transliterate';
export {
  explainNameMatch,
  NAME_MATCH_STRENGTHS,
  type NameMatch,
  type NameMatchStrength,
} from './explain-match';
export { NAME_MATCH_REASONS, type NameMatchReason } from './explain-word';
