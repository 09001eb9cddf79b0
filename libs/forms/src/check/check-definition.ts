import { canonicalJson } from '@soc-coop/domain';

import { PURPOSE_LIST, type CodeEntry, type ExchangeFormDefinition, type FormFormat } from '../definition';
import { answerPath, questionFields, questionPath } from '../rules/visibility';
import { deriveSchema } from '../schema/derive-schema';
import { defect, type Defect } from './defects';
import { PART_NAMES, conditionValues, placedFields, type Conditional, type PlacedField } from './layout-walk';
import { isFormDefinition, shapeDefects } from './shape';

type Rule = (definition: ExchangeFormDefinition) => readonly Defect[];

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

const listsOf = (definition: ExchangeFormDefinition): ReadonlyMap<string, readonly CodeEntry[]> =>
  new Map(Object.entries(definition.codeLists));

const checkLists: Rule = (definition) => {
  const lists = listsOf(definition);
  const used = new Set<string>();
  const missing = placedFields(definition).flatMap(({ field, place }) => {
    const list = field.kind === 'question' ? PURPOSE_LIST : 'list' in field ? field.list : undefined;
    if (list === undefined) return [];
    used.add(list);
    return (lists.get(list) ?? []).length === 0 ? [defect('listMissing', `${place} ${list}`)] : [];
  });
  const unused = [...lists.keys()]
    .filter((list) => !used.has(list))
    .map((list) => defect('listUnused', list));
  const twice = [...lists].flatMap(([list, entries]) =>
    repeated(entries.map(({ code }) => code)).map((code) => defect('codeTwice', `${list} ${code}`)),
  );
  return [...missing, ...unused, ...twice];
};

const checkPaths: Rule = (definition) =>
  PART_NAMES.flatMap((part) => {
    const fields = placedFields(definition).filter((placed) => placed.part === part);
    const paths = fields.map(({ place }) => place);
    const outer = fields.filter(({ table }) => table === null).map(({ place }) => place);
    const inside = outer.filter((path) => outer.some((other) => path.startsWith(`${other}.`)));
    return [
      ...repeated(paths).map((path) => defect('pathTwice', path)),
      ...inside.map((path) => defect('pathInsidePath', path)),
    ];
  });

const checkBoundsOrder: Rule = (definition) =>
  placedFields(definition).flatMap(({ field, place }) =>
    field.kind === 'number' && field.min > field.max ? [defect('boundsReversed', place)] : [],
  );

const conditionDefects = (definition: ExchangeFormDefinition, placed: Conditional): readonly Defect[] =>
  (placed.field.when ?? []).flatMap((condition) => {
    const values = conditionValues(definition, condition, placed);
    const place = `${placed.place} when ${condition.field}`;
    if (values === null || condition.field === placed.field.path) return [defect('conditionUnknown', place)];
    const never = condition.in.filter((wanted) => !values.includes(wanted));
    return never.map((wanted) => defect('conditionNever', `${place} = ${wanted}`));
  });

/** The conditions of the person block look into the request, beside its outermost fields. */
const SUBJECT_PLACE = { part: 'request', table: null, place: 'subject' } as const;

const checkConditions: Rule = (definition) => [
  ...placedFields(definition).flatMap((placed) => conditionDefects(definition, placed)),
  ...conditionDefects(definition, { ...SUBJECT_PLACE, field: { path: '', ...definition.subject } }),
];

/** The lowest format that has everything the definition uses. */
const neededFormat = ({ subject }: ExchangeFormDefinition): FormFormat =>
  subject.when === undefined ? 1 : 2;

const checkFormat: Rule = (definition) =>
  definition.format < neededFormat(definition) ? [defect('formatTooLow', definition.code)] : [];

const checkQuestions: Rule = (definition) => {
  const questions = questionFields(definition.request);
  const asked = questions.map(({ question }) => question);
  const answered = definition.answer.layout.flatMap(({ question }) =>
    question === undefined ? [] : [question],
  );
  const purposes = new Set((definition.codeLists[PURPOSE_LIST] ?? []).map(({ code }) => code));
  const unknown = questions.flatMap(({ question, purposes: own }) => {
    const known = own.filter((code) => purposes.has(code));
    return known.length > 0 && known.length === own.length ? [] : [defect('purposeMissing', question)];
  });
  return [
    ...repeated(asked).map((question) => defect('questionTwice', `request ${question}`)),
    ...repeated(answered).map((question) => defect('questionTwice', `answer ${question}`)),
    ...asked.filter((code) => !answered.includes(code)).map((code) => defect('questionWithoutAnswer', code)),
    ...answered.filter((code) => !asked.includes(code)).map((code) => defect('answerWithoutQuestion', code)),
    ...unknown,
  ];
};

const isMisplaced = ({ part, section, field, table }: PlacedField): boolean => {
  if (field.kind === 'question') return part !== 'request' || field.path !== questionPath(field.question);
  return part === 'request' && table === null && section.question !== undefined;
};

const isOutside = ({ part, section, field, table }: PlacedField): boolean =>
  part === 'answer' &&
  table === null &&
  (section.question === undefined
    ? field.path.startsWith('answers.')
    : !field.path.startsWith(`${answerPath(section.question)}.`));

const checkPlaces: Rule = (definition) =>
  placedFields(definition).flatMap((placed) => [
    ...(isMisplaced(placed) ? [defect('questionElsewhere', placed.place)] : []),
    ...(isOutside(placed) ? [defect('pathOutsideAnswer', placed.place)] : []),
  ]);

/** Romanian letters with a cedilla instead of a comma, and Cyrillic outside Bulgarian. */
const checkLetters: Rule = (definition) => {
  const visit = (value: unknown, place: string): readonly Defect[] => {
    if (typeof value === 'string') {
      const wrong = /[\u015E\u015F\u0162\u0163]/.test(value) || isWrongScript(value, place);
      return wrong ? [defect('letterNotAllowed', place)] : [];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, member]) => visit(member, `${place}.${name}`));
  };
  return visit(definition, definition.code);
};

const isWrongScript = (value: string, place: string): boolean => {
  const cyrillic = /\p{Script=Cyrillic}/u.test(value);
  if (place.endsWith('.bg')) return !cyrillic && /\p{L}/u.test(value);
  return cyrillic;
};

/** The schema of each part says exactly what its layout says: no field more, no field less. */
const checkSchemas: Rule = (definition) =>
  PART_NAMES.filter(
    (part) =>
      canonicalJson(definition[part].schema) !==
      canonicalJson(deriveSchema(definition[part].layout, definition.codeLists)),
  ).map((part) => defect('schemaDiffers', part));

const RULES: readonly Rule[] = [
  checkFormat,
  checkBoundsOrder,
  checkLists,
  checkPaths,
  checkConditions,
  checkQuestions,
  checkPlaces,
  checkLetters,
  checkSchemas,
];

/**
 * Looks for defects of a definition before it is published. Stops at the shape when that is wrong, because
 * the other rules read it.
 */
export const checkDefinition = (data: unknown): readonly Defect[] =>
  isFormDefinition(data) ? RULES.flatMap((rule) => rule(data)) : shapeDefects(data);
