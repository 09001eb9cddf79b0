import type { Locale, SubjectWarningCode } from '@soc-coop/contracts';
import {
  CONFIRMABLE_REASONS,
  PERSON_IDENTIFIER_TYPES,
  checkIdentifier,
  hasMixedScriptWord,
  identifierWarnings,
} from '@soc-coop/domain';

import { isBlank, isJsonArray, isJsonObject, joinPath, valueAt } from '../content/values';
import type { ExchangeFormDefinition, SubjectRule } from '../definition';
import { describePart, type DescribedSection } from '../describe';
import { PERSON_LISTS } from '../lists/person';
import { problem, type FormProblem } from '../problems';
import { checkFields } from '../rules/field-rules';
import { countsInRequest, fieldSpots } from '../rules/visibility';
import type { JsonObject } from '../schema/json-schema';
import { validatePart, type ValidationOptions } from '../validate';
import { SUBJECT_FORM } from './subject-form';

type PersonIdentifierType = (typeof PERSON_IDENTIFIER_TYPES)[number];

/** A doubt about the person block. Doubts about a number hold a request back until the number is confirmed. */
export interface SubjectWarning {
  readonly path: string;
  readonly code: SubjectWarningCode;
  readonly needsConfirmation: boolean;
}

/** A number as written in the person block, with its place. */
interface WrittenIdentifier {
  readonly path: string;
  readonly type: PersonIdentifierType;
  readonly country: string;
  readonly value: string;
  readonly confirmed: boolean;
}

/** The register each kind of number comes from. */
export const IDENTIFIER_COUNTRY: Readonly<Record<PersonIdentifierType, string>> = {
  cnp: 'RO',
  egn: 'BG',
  lnch: 'BG',
};

const isKnownType = (type: unknown): type is PersonIdentifierType =>
  PERSON_IDENTIFIER_TYPES.some((known) => known === type);

const readIdentifiers = (subject: JsonObject): readonly WrittenIdentifier[] => {
  const rows = valueAt(subject, 'identifiers');
  if (!isJsonArray(rows)) return [];
  return rows.flatMap((row, at) => {
    if (!isJsonObject(row)) return [];
    const { type, country, value, confirmed } = row;
    if (!isKnownType(type) || typeof value !== 'string' || typeof country !== 'string') return [];
    return [{ path: joinPath('identifiers', at), type, country, value, confirmed: confirmed === 'YES' }];
  });
};

const isConfirmable = (reason: string): reason is (typeof CONFIRMABLE_REASONS)[number] =>
  CONFIRMABLE_REASONS.some((known) => known === reason);

const checkNumbers = (subject: JsonObject): readonly FormProblem[] =>
  readIdentifiers(subject).flatMap(({ path, type, country, value }) => {
    const check = checkIdentifier(type, value);
    return [
      ...(check.valid || isConfirmable(check.reason) ? [] : [problem(joinPath(path, 'value'), 'identifier')]),
      ...(country === IDENTIFIER_COUNTRY[type] ? [] : [problem(joinPath(path, 'country'), 'notInList')]),
    ];
  });

/** Without a number a person is told apart by the parents' names and the place of birth. */
const checkIdentifierOrParents = (subject: JsonObject): readonly FormProblem[] => {
  if (!isBlank(valueAt(subject, 'identifiers'))) return [];
  const missing = ['motherName', 'fatherName', 'birthPlace'].filter((path) =>
    isBlank(valueAt(subject, path)),
  );
  return missing.length === 0
    ? []
    : [problem('identifiers', 'identifierOrParents'), ...missing.map((path) => problem(path, 'required'))];
};

/** Whether a request needs a person, may do without one, or is about none. */
export type SubjectDemand = 'required' | 'optional' | 'none';

/** What a request with this content demands of the person block; renderers show the person by it. */
export const subjectDemand = (
  { subject: rule }: Pick<ExchangeFormDefinition, 'subject'>,
  content: JsonObject,
): SubjectDemand => {
  if (!countsInRequest(rule, content)) return 'none';
  return rule.required ? 'required' : 'optional';
};

export interface SubjectOptions extends ValidationOptions {
  /**
   * The content of the request. A type may ask for a person only while the content says so; without the content
   * that stays open, and a person is neither missing nor too many.
   */
  readonly content?: JsonObject;
}

const demandOf = (rule: SubjectRule, content: JsonObject | undefined): SubjectDemand =>
  content === undefined && rule.when !== undefined
    ? 'optional'
    : subjectDemand({ subject: rule }, content ?? {});

/** Checks the person block by the rule of the exchange's type. */
export const validateSubject = (
  { subject: rule }: Pick<ExchangeFormDefinition, 'subject'>,
  subject: unknown,
  { partial = false, today, content }: SubjectOptions = {},
): readonly FormProblem[] => {
  const absent = subject === undefined || subject === null || (isJsonObject(subject) && isBlank(subject));
  const demand = partial ? 'optional' : demandOf(rule, content);
  if (absent) return demand === 'required' ? [problem('', 'required')] : [];
  if (demand === 'none') return [problem('', 'personNotNeeded')];
  return validatePart(SUBJECT_FORM, subject, partial, (values) =>
    partial
      ? []
      : [
          ...checkFields(fieldSpots(SUBJECT_FORM, values), () => false, today),
          ...checkNumbers(values),
          ...(rule.identifierOrParents ? checkIdentifierOrParents(values) : []),
        ],
  );
};

const numberWarnings = (
  { path, type, value, confirmed }: WrittenIdentifier,
  subject: JsonObject,
  today: string | undefined,
): readonly SubjectWarning[] => {
  const at = joinPath(path, 'value');
  const check = checkIdentifier(type, value);
  if (!check.valid) {
    return isConfirmable(check.reason)
      ? [{ path: at, code: check.reason, needsConfirmation: !confirmed }]
      : [];
  }
  const { birthDate, sex } = subject;
  const codes = identifierWarnings({
    type,
    facts: check.facts,
    birthDate: typeof birthDate === 'string' ? birthDate : null,
    sex: typeof sex === 'string' ? sex : null,
    ...(today === undefined ? {} : { today }),
  });
  return codes.map((code) => ({ path: at, code, needsConfirmation: !confirmed }));
};

const NAME_PATHS = [
  'familyName',
  'givenName',
  'patronymic',
  'birthName',
  'familyNameLatin',
  'givenNameLatin',
];

/** Says what looks wrong about a person without being forbidden: see `SUBJECT_WARNING_CODES`. */
export const subjectWarnings = (subject: JsonObject, today?: string): readonly SubjectWarning[] => [
  ...NAME_PATHS.flatMap((path): SubjectWarning[] => {
    const name = valueAt(subject, path);
    const mixed = typeof name === 'string' && hasMixedScriptWord(name);
    return mixed ? [{ path, code: 'MIXED_SCRIPT', needsConfirmation: false }] : [];
  }),
  ...readIdentifiers(subject).flatMap((identifier) => numberWarnings(identifier, subject, today)),
];

/** The person block as labels and values in one language; see `describe`. */
export const describeSubject = (subject: JsonObject, locale: Locale): readonly DescribedSection[] =>
  describePart(SUBJECT_FORM, PERSON_LISTS, subject, locale);
