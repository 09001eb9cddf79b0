import { isJsonArray, isJsonObject, tidyContent, valueAt, withValueAt } from '../content/values';
import type { Field, FormPart, RowsField, Section } from '../definition';
import type { JsonObject } from '../schema/json-schema';
import { answerPath, isSectionOpen, visibleColumns, visibleFields, type FormContext } from './visibility';

const settleRows = (
  field: RowsField,
  content: JsonObject,
  whole: JsonObject,
  context: FormContext,
): JsonObject => {
  const rows = valueAt(content, field.path);
  if (!isJsonArray(rows)) return content;
  const settled = rows.map((row) => {
    if (!isJsonObject(row)) return row;
    const shown = new Set(visibleColumns(field.columns, row, whole, context));
    return field.columns
      .filter((column) => !shown.has(column))
      .reduce((kept, column) => withValueAt(kept, column.path, undefined), row);
  });
  return withValueAt(content, field.path, settled);
};

const settleField = (
  content: JsonObject,
  field: Field,
  visible: boolean,
  whole: JsonObject,
  context: FormContext,
): JsonObject => {
  if (!visible) return withValueAt(content, field.path, undefined);
  return field.kind === 'rows' ? settleRows(field, content, whole, context) : content;
};

const settleOnce = (part: FormPart, content: JsonObject, context: FormContext): JsonObject => {
  const shown = new Set(visibleFields(part, content, context).flatMap(({ fields }) => fields));
  const settleSection = (values: JsonObject, section: Section): JsonObject => {
    if (section.question !== undefined && !isSectionOpen(section, context)) {
      return withValueAt(values, answerPath(section.question), undefined);
    }
    return section.fields.reduce(
      (kept, field) => settleField(kept, field, shown.has(field), content, context),
      values,
    );
  };
  return part.layout.reduce(settleSection, content);
};

/**
 * The content as it may be sent: tidied, and without the values of fields that do not show any more. Taking a
 * value away can hide the next field, hence the repetition; every round takes something away, so it ends.
 */
export const settleContent = (part: FormPart, content: JsonObject, context: FormContext = {}): JsonObject => {
  const settled = tidyContent(settleOnce(part, content, context));
  return JSON.stringify(settled) === JSON.stringify(content)
    ? content
    : settleContent(part, settled, context);
};
