import { type FieldNode, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { selectedPaths } from './selected-paths';

const infoOf = (text: string) => {
  const { definitions } = parse(text);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  const fieldNodes: FieldNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind === Kind.OPERATION_DEFINITION)
      fieldNodes.push(...definition.selectionSet.selections.filter((node) => node.kind === Kind.FIELD));
  }
  return { fieldNodes, fragments };
};

describe('what a query selects', () => {
  it('is named by the schema, through fragments and aliases', () => {
    const paths = selectedPaths(
      infoOf(`{ list { nodes { other: unit { code } ...Row ... on Summary { state } } } }
        fragment Row on Summary { person { ...Name } }
        fragment Name on Person { familyName }`),
    );
    expect([...paths].sort()).toEqual([
      'nodes',
      'nodes.person',
      'nodes.person.familyName',
      'nodes.state',
      'nodes.unit',
      'nodes.unit.code',
    ]);
  });

  it('holds what a condition may take away, and what two mentions of a field select together', () => {
    const paths = selectedPaths(
      infoOf(
        'query($y: Boolean!) { case { person @include(if: $y) { id } } case { unit @skip(if: $y) { id } } }',
      ),
    );
    expect(paths.has('person.id')).toBe(true);
    expect(paths.has('unit.id')).toBe(true);
  });
});
