import { GraphQLError, GraphQLScalarType, Kind, type ObjectValueNode, type ValueNode } from 'graphql';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** True for a day that exists, written YYYY-MM-DD; PostgreSQL alone would also take `today` and `infinity`. */
const isLocalDate = (text: string): boolean => {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.toISOString().startsWith(text);
};

const parseLocalDate = (value: unknown): string => {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw new GraphQLError('a LocalDate is a day that exists, written YYYY-MM-DD');
};

const parseInstant = (value: unknown): Date => {
  const date = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
  if (date !== null && !Number.isNaN(date.getTime())) return date;
  throw new GraphQLError('a DateTime is an ISO 8601 instant with a zone');
};

const stringOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : null);

/** A calendar day without a time or zone. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar day, written YYYY-MM-DD (ISO 8601), without a time or zone.',
  serialize: parseLocalDate,
  parseValue: parseLocalDate,
  parseLiteral: (node) => parseLocalDate(stringOf(node)),
});

/** An instant; serialising anything but a valid Date is an error, never a silent null. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, written as in ISO 8601, e.g. 2026-11-21T09:30:00.000Z.',
  serialize: (value) => {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    throw new GraphQLError('not an instant');
  },
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(stringOf(node)),
});

/** A JSON object whose shape the description of the field names. */
export type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseObject = (value: unknown): JsonObject => {
  if (isObject(value)) return value;
  throw new GraphQLError('a JSONObject is a JSON object');
};

type Variables = Record<string, unknown> | null | undefined;

const literalObject = ({ fields }: ObjectValueNode, variables: Variables): JsonObject =>
  Object.fromEntries(fields.map(({ name, value }) => [name.value, literal(value, variables)]));

const NUMBERS: ReadonlySet<string> = new Set([Kind.INT, Kind.FLOAT]);

/** The value a literal in the query text stands for. */
const literal = (node: ValueNode, variables: Variables): unknown => {
  if (node.kind === Kind.NULL) return null;
  if (node.kind === Kind.LIST) return node.values.map((item) => literal(item, variables));
  if (node.kind === Kind.OBJECT) return literalObject(node, variables);
  if (node.kind === Kind.VARIABLE) return variables?.[node.name.value] ?? null;
  return NUMBERS.has(node.kind) ? Number(node.value) : node.value;
};

/** A JSON object; form contents travel in it because their shape is data, not schema. */
export const JSONObject = new GraphQLScalarType<JsonObject, JsonObject>({
  name: 'JSONObject',
  description: 'A JSON object; the field that uses it says which shape to expect.',
  serialize: parseObject,
  parseValue: parseObject,
  parseLiteral: (node, variables) => parseObject(literal(node, variables)),
});
