/** Why a value has no canonical form. */
export type NotCanonicalReason =
  'undefined' | 'nonFiniteNumber' | 'loneSurrogate' | 'unsupportedType' | 'symbolKey' | 'cycle' | 'tooDeep';

/** Thrown for a value that RFC 8785 cannot write; `path` (a JSON Pointer) says where, never what. */
export class NotCanonical extends Error {
  readonly code = 'canonicalJson.refused';

  constructor(
    readonly reason: NotCanonicalReason,
    readonly path: string,
  ) {
    super(`no canonical JSON at "${path}": ${reason}`);
    this.name = 'NotCanonical';
  }
}
