export { checkDefinition } from './check/check-definition';
export { DEFECT_CODES, type Defect, type DefectCode } from './check/defects';
export { isFormDefinition } from './check/shape';
export { BLOCKS, blockFields, isBlockKind, type BlockKind } from './blocks';
export { isBlank, isJsonObject, tidyContent, valueAt, withValueAt } from './content/values';
export * from './definition';
export {
  describe,
  type DescribedEntry,
  type DescribedRow,
  type DescribedSection,
  type DescribedValue,
} from './describe';
export { YES_NO, YES_NO_UNKNOWN } from './lists/built-in';
export { COUNTRY_CODES, countryName } from './lists/countries';
export { PERSON_LISTS } from './lists/person';
export { QUESTION_PURPOSE } from './lists/shared';
export type { FormProblem } from './problems';
export { settleContent } from './rules/settle';
export { withoutPerson } from './rules/without-person';
export {
  askedQuestions,
  questionFields,
  visibleColumns,
  visibleFields,
  type FormContext,
  type VisibleSection,
} from './rules/visibility';
export type { JsonObject, JsonSchema, JsonValue } from './schema/json-schema';
export {
  IDENTIFIER_COUNTRY,
  describeSubject,
  subjectDemand,
  subjectWarnings,
  validateSubject,
  type SubjectDemand,
  type SubjectOptions,
  type SubjectWarning,
} from './subject/subject';
export { SUBJECT_FORM } from './subject/subject-form';
export { EXCHANGE_TYPE_CATALOGUE, type CatalogueEntry } from './types/catalogue';
export { FORM_DEFINITIONS, formDefinition, publishDefinition, publishedDefinitions } from './types/registry';
export { validateAnswer, validateRequest, type AnswerOptions, type ValidationOptions } from './validate';
