import {
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** The fragments of a document by their names. */
export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What a selection shows of one object: by the name in the answer, all field nodes that ask for it. */
export type Selected = ReadonlyMap<string, readonly FieldNode[]>;

interface Place {
  readonly typeName: string;
  readonly fragments: Fragments;
  readonly into: Map<string, FieldNode[]>;
}

/** What a variable may take away cannot be known ahead. */
const isConditional = ({ directives }: { readonly directives?: readonly unknown[] | undefined }): boolean =>
  directives !== undefined && directives.length > 0;

const keep = (field: FieldNode, { into }: Place): true => {
  const key = field.alias?.value ?? field.name.value;
  into.set(key, [...(into.get(key) ?? []), field]);
  return true;
};

const within = (part: InlineFragmentNode | FragmentDefinitionNode | undefined, place: Place): boolean =>
  part !== undefined &&
  !isConditional(part) &&
  (part.typeCondition === undefined || part.typeCondition.name.value === place.typeName) &&
  collect(part.selectionSet, place);

/** False where the fields cannot be told without variables, or without knowing the object. */
const collect = ({ selections }: SelectionSetNode, place: Place): boolean =>
  selections.every((selection) => {
    if (isConditional(selection)) return false;
    if (selection.kind === Kind.FIELD) return keep(selection, place);
    if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection, place);
    return within(place.fragments[selection.name.value], place);
  });

/**
 * The fields selections ask of an object of a type, in the order of their first mention; null where that cannot be
 * said without variables or without knowing the object.
 */
export const selectedFields = (
  sets: readonly SelectionSetNode[],
  typeName: string,
  fragments: Fragments,
): Selected | null => {
  const into = new Map<string, FieldNode[]>();
  return sets.every((set) => collect(set, { typeName, fragments, into })) ? into : null;
};
