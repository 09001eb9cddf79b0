import type { TypedDocumentString } from '../../gql/graphql';

/** The hash a document is known by; the build writes it in the document's place. */
export const hashOf = <Result, Variables>(document: TypedDocumentString<Result, Variables>): string => {
  const hash: unknown = document.__meta__?.['hash'];
  if (typeof hash !== 'string') throw new Error('a document without its hash: run the generator');
  return hash;
};
