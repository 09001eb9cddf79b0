/** Every problem a form's content can have; the text of each is `forms.problem.<code>` in `libs/messages`. */
export const FORM_PROBLEM_CODES = [
  'required',
  'type',
  'unknownField',
  'notInList',
  'format',
  'date',
  'future',
  'dateOrder',
  'tooLong',
  'tooMany',
  'duplicate',
  'outOfRange',
  'characters',
  'tooLarge',
  'notApplicable',
  'noQuestion',
  'notAsked',
  'unanswered',
  'gapAndValue',
  'gapInFullAnswer',
  'valueInNegativeAnswer',
  'identifier',
  'identifierOrParents',
  'personNotNeeded',
] as const;
export type FormProblemCode = (typeof FORM_PROBLEM_CODES)[number];

/** What may look wrong about a person and still be right; the text of each is `forms.warning.<code>`. */
export const SUBJECT_WARNING_CODES = [
  'COUNTY',
  'COUNTY_DATE',
  'SERIAL',
  'CHECKSUM',
  'BIRTH_DATE_DIFFERS',
  'SEX_DIFFERS',
  'BIRTH_DATE_IN_FUTURE',
  'MIXED_SCRIPT',
] as const;
export type SubjectWarningCode = (typeof SUBJECT_WARNING_CODES)[number];
