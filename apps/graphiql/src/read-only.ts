import { Kind, type DocumentNode } from 'graphql';
import { isRecord, recordOf, textOf } from './records';

/** The name GraphiQL gives the query it reads the schema with. */
export const introspectionName = 'IntrospectionQuery';

/** True when a document would do something else than read. The server refuses it too; this says so at once. */
export function writes(document: DocumentNode, operationName: string | null | undefined): boolean {
  return document.definitions.some(
    (one) =>
      one.kind === Kind.OPERATION_DEFINITION &&
      one.operation !== 'query' &&
      (operationName === null || operationName === undefined || one.name?.value === operationName),
  );
}

/** The same schema without its mutations and subscriptions, so that the editor does not offer them. */
export function withoutWrites(answer: unknown): unknown {
  if (!isRecord(answer) || !isRecord(answer['data']) || !isRecord(answer['data']['__schema'])) return answer;
  const schema = answer['data']['__schema'];
  const hidden = new Set([nameOf(schema['mutationType']), nameOf(schema['subscriptionType'])]);
  const types: unknown[] = Array.isArray(schema['types']) ? schema['types'] : [];
  return {
    ...answer,
    data: {
      __schema: {
        ...schema,
        mutationType: null,
        subscriptionType: null,
        types: types.filter((type) => !hidden.has(nameOf(type) ?? '')),
      },
    },
  };
}

function nameOf(value: unknown): string | null {
  return textOf(recordOf(value)['name']);
}
