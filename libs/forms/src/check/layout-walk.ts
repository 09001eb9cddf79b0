import type { Condition, ExchangeFormDefinition, Field, FormPart, PartName, Section } from '../definition';

/** A field with its place in the definition, tables followed by their columns. */
export interface PlacedField {
  readonly part: PartName;
  readonly section: Section;
  readonly field: Field;
  /** Set for a column: the table it belongs to. */
  readonly table: Extract<Field, { kind: 'rows' }> | null;
  /** Where, for people: `answer.answers.Q3.members[relation]`. */
  readonly place: string;
}

/** What may carry conditions: a field at its place, or the person block, which looks into the request. */
export type Conditional = Pick<PlacedField, 'part' | 'table' | 'place'> & {
  readonly field: Pick<Field, 'path' | 'when'>;
};

export const PART_NAMES: readonly PartName[] = ['request', 'answer'];

const placed = (part: PartName, section: Section, field: Field): readonly PlacedField[] => {
  const place = `${part}.${field.path}`;
  const outer: PlacedField = { part, section, field, table: null, place };
  if (field.kind !== 'rows') return [outer];
  const columns = field.columns.map((column) => ({
    part,
    section,
    field: column,
    table: field,
    place: `${place}[${column.path}]`,
  }));
  return [outer, ...columns];
};

/** Every field of a definition. */
export const placedFields = (definition: ExchangeFormDefinition): readonly PlacedField[] =>
  PART_NAMES.flatMap((part) =>
    definition[part].layout.flatMap((section) =>
      section.fields.flatMap((field) => placed(part, section, field)),
    ),
  );

const isQuestion = (field: Field): field is Extract<Field, { kind: 'question' }> => field.kind === 'question';

/** The fields a condition may name: by its place, those beside it, of the content, or of the request. */
const candidates = (
  definition: ExchangeFormDefinition,
  { of }: Condition,
  from: Conditional,
): readonly Field[] => {
  if (of === undefined && from.table !== null) return from.table.columns;
  const part: FormPart = definition[of === 'request' ? 'request' : from.part];
  return part.layout.flatMap(({ fields }) => fields);
};

/** What the values of a condition's field can be: null when the field is unknown or its values are not listed. */
export const conditionValues = (
  definition: ExchangeFormDefinition,
  condition: Condition,
  from: Conditional,
): readonly (string | boolean)[] | null => {
  const fields = candidates(definition, condition, from);
  if (fields.some((field) => isQuestion(field) && `${field.path}.asked` === condition.field)) return [true];
  const field = fields.find((candidate) => candidate.path === condition.field);
  switch (field?.kind) {
    case 'code':
    case 'codes':
      return (definition.codeLists[field.list] ?? []).map(({ code }) => code);
    case 'yesNo':
      return ['YES', 'NO'];
    case 'yesNoUnknown':
      return ['YES', 'NO', 'UNKNOWN'];
    default:
      return null;
  }
};
