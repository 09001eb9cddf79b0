/** Why a file is not taken. */
export const INSPECTION_REFUSALS = [
  'file.typeNotAllowed',
  'file.typeMismatch',
  'file.polyglot',
  'file.activeContent',
  'file.unreadable',
] as const;
export type InspectionRefusal = (typeof INSPECTION_REFUSALS)[number];

/** What an inspection found: nothing, or the refusal and the rule it rests on (for the trail and the tests). */
export type Finding = null | { readonly code: InspectionRefusal; readonly rule: string };

export const polyglot = (rule: string): Finding => ({ code: 'file.polyglot', rule });
export const active = (rule: string): Finding => ({ code: 'file.activeContent', rule });
export const unreadable = (rule: string): Finding => ({ code: 'file.unreadable', rule });
export const mismatch = (rule: string): Finding => ({ code: 'file.typeMismatch', rule });

/** The first thing found by rules asked one after the other; later ones may rely on earlier ones. */
export const firstFinding = (...rules: readonly (() => Finding)[]): Finding => {
  for (const rule of rules) {
    const finding = rule();
    if (finding !== null) return finding;
  }
  return null;
};
