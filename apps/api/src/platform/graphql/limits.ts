import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind, visit } from 'graphql';

/** Bounds on one GraphQL operation; the work is refused before any of it is done. */
export const GRAPHQL_LIMITS = {
  /** Lexer tokens of the whole document. */
  tokens: 4_000,
  /** Levels of nested selection. */
  depth: 12,
  /** The same for questions about the schema, which tools nest deeper; graphql-js bounds their recursion. */
  schemaDepth: 18,
  /** Aliased fields, which could repeat one costly field many times. */
  aliases: 30,
  /** Weighted fields: each list multiplies what stands below it. */
  cost: 20_000,
  /** Root fields of one operation. */
  rootFields: 12,
} as const;

/** What a list without an explicit `first` is assumed to hold. */
const ASSUMED_LIST = 25;

/** Figures of one operation, comparable with the limits. */
export interface OperationFigures {
  depth: number;
  aliases: number;
  cost: number;
  rootFields: number;
}

const firstOf = (field: FieldNode, variables: Readonly<Record<string, unknown>>): number | null => {
  const argument = field.arguments?.find(({ name }) => name.value === 'first');
  if (argument === undefined) return null;
  if (argument.value.kind === Kind.INT) return Number(argument.value.value);
  if (argument.value.kind === Kind.VARIABLE) {
    const value = variables[argument.value.name.value];
    return typeof value === 'number' ? value : ASSUMED_LIST;
  }
  return null;
};

/** Fields that hold the rows of a page; their parent's `first` says how many. */
const PAGE_FIELDS = new Set(['edges', 'nodes']);

/** Measures one operation by walking its selections once per use of a fragment. */
class Meter {
  readonly figures: OperationFigures = { depth: 0, aliases: 0, cost: 0, rootFields: 0 };
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
    private readonly ceiling: number,
  ) {
    this.fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((definition) => [definition.name.value, definition]),
    );
  }

  selections(set: SelectionSetNode, depth: number, weight: number, first: number | null): void {
    for (const selection of set.selections) {
      // A document that is already too dear is not walked to its end: 2^n fragments would take for ever.
      if (this.figures.cost > this.ceiling) return;
      if (selection.kind === Kind.FIELD) this.field(selection, depth, weight, first);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.selections(selection.selectionSet, depth, weight, first);
      else this.fragment(selection.name.value, depth, weight, first);
    }
  }

  private fragment(name: string, depth: number, weight: number, first: number | null): void {
    this.figures.cost += 1;
    const definition = this.fragments.get(name);
    if (definition !== undefined) this.selections(definition.selectionSet, depth, weight, first);
  }

  private field(field: FieldNode, depth: number, weight: number, first: number | null): void {
    this.figures.depth = Math.max(this.figures.depth, depth);
    this.figures.cost += weight;
    if (field.alias !== undefined) this.figures.aliases += 1;
    if (depth === 1) this.figures.rootFields += 1;
    if (field.selectionSet === undefined) return;
    const own = firstOf(field, this.variables);
    const rows = PAGE_FIELDS.has(field.name.value) ? (first ?? ASSUMED_LIST) : 1;
    this.selections(field.selectionSet, depth + 1, weight * rows, own);
  }
}

/** The names of the variables that say how long a list may be: of all variables, figures depend on these only. */
const pageVariables = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
};

/** What is known of a document: its figures by operation and lengths of pages. */
interface Measured {
  readonly variables: readonly string[];
  readonly figures: Map<string, Readonly<OperationFigures>>;
}

/** The same tree comes again for the same text, and mostly with the same lengths of pages. */
const measured = new WeakMap<DocumentNode, Measured>();
/** Whoever asks for pages of every length there is, has them measured each time. */
const FIGURES_KEPT = 20;

const measuredOf = (document: DocumentNode): Measured => {
  const known = measured.get(document);
  if (known !== undefined) return known;
  const made: Measured = { variables: pageVariables(document), figures: new Map() };
  measured.set(document, made);
  return made;
};

/** The figures of one operation of a document, with the variables it is called with. */
export const measureOperation = (
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): Readonly<OperationFigures> => {
  const { variables: names, figures } = measuredOf(document);
  const lengths = names.map((name) => (typeof variables[name] === 'number' ? variables[name] : '-'));
  const key = `${operationName ?? ''} ${lengths.join(' ')}`;
  const known = figures.get(key);
  if (known !== undefined) return known;
  const made = measure(document, operationName, variables);
  if (figures.size < FIGURES_KEPT) figures.set(key, made);
  return made;
};

const measure = (
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): OperationFigures => {
  const meter = new Meter(document, variables, GRAPHQL_LIMITS.cost);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (operationName !== null && definition.name?.value !== operationName) continue;
    meter.selections(definition.selectionSet, 1, 1, null);
  }
  return meter.figures;
};

/** The name of the first limit an operation breaks, or null. */
export const brokenLimit = (
  figures: Readonly<OperationFigures>,
  depth: number = GRAPHQL_LIMITS.depth,
): keyof OperationFigures | null => {
  const limits: OperationFigures = { ...GRAPHQL_LIMITS, depth };
  const names: readonly (keyof OperationFigures)[] = ['cost', 'depth', 'aliases', 'rootFields'];
  return names.find((name) => figures[name] > limits[name]) ?? null;
};
