import {
  type FieldNode,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isFilledAhead } from '../filled-ahead';
import { AnswerText, type KeptText } from './answer-text';
import { isLasting } from './lasting';
import { type LeafText, leafWriter, quoted } from './leaf-writer';
import { type Fragments, selectedFields } from './selection';

/** Writes one value as JSON. It throws where the value is not one of its type; the answer is then put together as ever. */
export type Write = (value: unknown, into: AnswerText) => void;

/** What the written value must not be: the answer is put together as ever, and says what is wrong or asks for the rest. */
class NotWritable extends Error {}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

const nullOr =
  (write: Write): Write =>
  (value, into) => {
    if (isNothing(value)) into.add('null');
    else write(value, into);
  };

const never =
  (write: Write): Write =>
  (value, into) => {
    if (isNothing(value)) throw new NotWritable('null where there must be a value');
    write(value, into);
  };

const listOf =
  (write: Write): Write =>
  (value, into) => {
    if (!Array.isArray(value)) throw new NotWritable('no list');
    into.add('[');
    (value as readonly unknown[]).forEach((item, at) => {
      if (at > 0) into.add(',');
      write(item, into);
    });
    into.add(']');
  };

/** What is written of a lasting object is kept with it, once for each place of a query. */
const once = (write: Write): Write => {
  const written = new WeakMap<object, KeptText>();
  const keep = (value: object): KeptText => {
    const own = new AnswerText();
    write(value, own);
    const kept = own.kept();
    written.set(value, kept);
    return kept;
  };
  return (value, into) => {
    if (typeof value !== 'object' || value === null) throw new NotWritable('no object');
    if (isLasting(value)) into.addKept(written.get(value) ?? keep(value));
    else write(value, into);
  };
};

type AnyField = GraphQLField<unknown, unknown>;
type Parent = Readonly<Record<string, unknown>>;
type Read = (parent: Parent) => unknown;

/** What Nest calls the resolver of a property: it reads the parent, and knows the default. */
const PROPERTY_RESOLVER = 'rootFieldResolver';

/** Such a resolver takes the parent and nothing else. */
const isPropertyResolver = (resolve: unknown): resolve is Read =>
  typeof resolve === 'function' && resolve.name === PROPERTY_RESOLVER;

/** How a field is read off its parent; null where somebody has to be asked. */
const readOf = (field: AnyField): Read | null => {
  const { name, resolve } = field;
  if (isFilledAhead(field))
    return (parent) => {
      const value = parent[name];
      // Its resolver will be asked when the answer is put together as ever.
      if (value === undefined) throw new NotWritable(name);
      return value;
    };
  if (resolve === undefined) return (parent) => parent[name];
  return isPropertyResolver(resolve) ? resolve : null;
};

/** One field of an object, ready to be written. */
interface Column {
  /** The brace or comma before it, the name with its quotes, and the colon. */
  readonly head: string;
  readonly read: Read;
  readonly write: Write;
}

const objectOf = (columns: readonly Column[]): Write => {
  const last = columns.length - 1;
  return (value, into) => {
    const parent = value as Parent;
    for (let at = 0; at <= last; at += 1) {
      // Within the bounds of the loop there is a column.
      const { head, read, write } = columns[at] as Column;
      into.add(head);
      write(read(parent), into);
    }
    into.add('}');
  };
};

const byName: Write = (name, into) => {
  into.add(quoted(String(name)));
};
const headOf = (key: string, at: number): string => `${at === 0 ? '{' : ','}${quoted(key)}:`;

/** One field as it is asked for; null where it has to be asked of a resolver, takes arguments, or hangs on variables. */
const columnOf = (
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): Omit<Column, 'head'> | null => {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return { read: () => type.name, write: byName };
  const field: AnyField | undefined = type.getFields()[name];
  if (field === undefined || field.args.length > 0) return null;
  const read = readOf(field);
  const write = outputWriter(field.type, nodes, fragments);
  return read === null || write === null ? null : { read, write };
};

/** How what a selection shows of an object is written; null where that cannot be known ahead. */
const objectWriter = (
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): Write | null => {
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
  const columns: Column[] = [];
  for (const [key, asking] of selectedFields(sets, type.name, fragments) ?? []) {
    const column = columnOf(type, asking, fragments);
    if (column === null) return null;
    columns.push({ head: headOf(key, columns.length), ...column });
  }
  return columns.length === 0 ? null : once(objectOf(columns));
};

/** How a value of a type is written, as much of it as the field nodes ask for; null where that cannot be known ahead. */
export const outputWriter = (
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): Write | null => {
  const write = innerWriter(getNullableType(type), nodes, fragments);
  if (write === null) return null;
  return isNonNullType(type) ? never(write) : nullOr(write);
};

const leafOf =
  (text: LeafText): Write =>
  (value, into) => {
    into.add(text(value));
  };

const innerWriter = (
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  fragments: Fragments,
): Write | null => {
  if (isLeafType(type)) return leafOf(leafWriter(type));
  if (isObjectType(type)) return objectWriter(type, nodes, fragments);
  if (!isListType(type)) return null;
  const inner = outputWriter(type.ofType as GraphQLOutputType, nodes, fragments);
  return inner === null ? null : listOf(inner);
};
