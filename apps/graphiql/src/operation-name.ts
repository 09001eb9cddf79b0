import { Kind, parse } from 'graphql';

/**
 * The name to send with a document. GraphiQL remembers the name of what stood in the editor a moment ago; where the
 * document holds one operation, or none of that name, the name would only be wrong, so none is sent.
 */
export function operationNameFor(
  document: string,
  remembered: string | null | undefined,
): string | undefined {
  try {
    const operations = parse(document).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const names = operations.map((one) => ('name' in one ? one.name?.value : undefined));
    return operations.length > 1
      ? names.find((name) => name !== undefined && name === remembered)
      : undefined;
  } catch {
    // What cannot be read is for the server to name.
    return undefined;
  }
}
