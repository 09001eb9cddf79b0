/** What can be wrong with a definition; for its authors, hence in English and with the place. */
export const DEFECT_CODES = [
  'shape',
  'attributeMissing',
  'formatTooLow',
  'schemaDiffers',
  'listMissing',
  'listUnused',
  'codeTwice',
  'pathTwice',
  'pathInsidePath',
  'boundsReversed',
  'conditionUnknown',
  'conditionNever',
  'questionTwice',
  'questionElsewhere',
  'questionWithoutAnswer',
  'answerWithoutQuestion',
  'purposeMissing',
  'pathOutsideAnswer',
  'letterNotAllowed',
] as const;
export type DefectCode = (typeof DEFECT_CODES)[number];

/** One defect of a definition. */
export interface Defect {
  readonly code: DefectCode;
  readonly place: string;
}

export const defect = (code: DefectCode, place: string): Defect => ({ code, place });
