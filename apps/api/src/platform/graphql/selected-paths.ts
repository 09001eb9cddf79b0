import {
  type FieldNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Fragments = GraphQLResolveInfo['fragments'];

const setOf = (node: SelectionNode, fragments: Fragments): SelectionSetNode | undefined =>
  node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value]?.selectionSet : node.selectionSet;

const collect = (node: SelectionNode, above: string, fragments: Fragments, paths: Set<string>): void => {
  let path = above;
  if (node.kind === Kind.FIELD) {
    path = above === '' ? node.name.value : `${above}.${node.name.value}`;
    paths.add(path);
  }
  for (const selection of setOf(node, fragments)?.selections ?? [])
    collect(selection, path, fragments, paths);
};

/** Apollo's document store hands back the same tree for the same text: looked at once, then known. */
const known = new WeakMap<FieldNode, ReadonlySet<string>>();

const below = (field: FieldNode, fragments: Fragments): ReadonlySet<string> => {
  const paths = known.get(field) ?? new Set<string>();
  if (!known.has(field)) {
    for (const selection of field.selectionSet?.selections ?? [])
      collect(selection, '', fragments, paths as Set<string>);
    known.set(field, paths);
  }
  return paths;
};

/**
 * Everything a query selects below the field being resolved, as dotted paths of schema names (`nodes.subject.name`).
 * `@skip` and `@include` are not looked at: what they take away is read and then not shown, never the other way round.
 */
export const selectedPaths = ({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): ReadonlySet<string> => {
  const [field, ...more] = fieldNodes;
  if (field === undefined) return new Set();
  if (more.length === 0) return below(field, fragments);
  return new Set(fieldNodes.flatMap((node) => [...below(node, fragments)]));
};
