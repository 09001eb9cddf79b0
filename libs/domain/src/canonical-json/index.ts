export { canonicalJson, type JsonValue } from './canonical-json';
export { NotCanonical, type NotCanonicalReason } from './not-canonical';
