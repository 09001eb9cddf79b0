import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type Fragments, selectedFields } from './selection';
import { outputWriter, type Write } from './value-writer';

/** An operation whose one root field answers with an object that carries everything shown of it. */
export interface RawPlan {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  /** The name the field has in the answer. */
  readonly key: string;
  readonly write: Write;
}

const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

type RootField = Pick<RawPlan, 'field' | 'nodes' | 'key'>;

/** The one field an operation asks of the root, or null where it asks more or less. */
const rootField = (
  parent: GraphQLObjectType,
  { selectionSet }: OperationDefinitionNode,
  fragments: Fragments,
): RootField | null => {
  const selected = selectedFields([selectionSet], parent.name, fragments);
  const [entry, ...others] = selected === null ? [] : [...selected];
  if (entry === undefined || others.length > 0) return null;
  const [key, [first, ...more]] = entry;
  const field = first === undefined ? undefined : parent.getFields()[first.name.value];
  return first === undefined || field === undefined ? null : { field, nodes: [first, ...more], key };
};

const isPlainQuery = ({ operation, directives }: OperationDefinitionNode): boolean =>
  operation === OperationTypeNode.QUERY && (directives?.length ?? 0) === 0;

/** The plan of an operation, or null for what is executed as ever: changes, several root fields, fields with work to do. */
export const makeRawPlan = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): RawPlan | null => {
  const operation = getOperationAST(document, operationName);
  const parent = schema.getQueryType();
  if (!operation || !parent || !isPlainQuery(operation)) return null;
  const fragments = fragmentsOf(document);
  const root = rootField(parent, operation, fragments);
  const write = root === null ? null : outputWriter(root.field.type, root.nodes, fragments);
  return root === null || write === null ? null : { operation, fragments, parent, ...root, write };
};
