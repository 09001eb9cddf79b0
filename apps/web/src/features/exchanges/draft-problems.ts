import type { Trilingual } from '@soc-coop/contracts';
import {
  SUBJECT_FORM,
  settleContent,
  subjectWarnings,
  tidyContent,
  validateRequest,
  validateSubject,
  type ExchangeFormDefinition,
  type FormPart,
  type FormProblem,
  type SubjectWarning,
} from '@soc-coop/forms';
import type { DraftValues } from './draft-values';

/** What stands between a draft and being sent, found with the same rules the API applies. */
export interface DraftFindings {
  readonly person: readonly FormProblem[];
  readonly questions: readonly FormProblem[];
  /** Doubtful numbers nobody has confirmed yet. */
  readonly unconfirmed: readonly SubjectWarning[];
}

export const findDraftProblems = (
  draft: DraftValues,
  form: ExchangeFormDefinition,
  today: string,
): DraftFindings => {
  const content = settleContent(form.request, draft.content);
  return {
    person: validateSubject(form, tidyContent(draft.subject), { today, content }),
    questions: validateRequest(form, content, { today }),
    unconfirmed: subjectWarnings(draft.subject, today).filter(({ needsConfirmation }) => needsConfirmation),
  };
};

/** The label of the field a problem is about: the longest field path the problem's path begins with. */
export const labelAt = (part: FormPart, path: string): Trilingual | null => {
  const fields = part.layout.flatMap((section) => section.fields);
  const [field] = fields
    .filter((item) => path === item.path || path.startsWith(`${item.path}.`))
    .toSorted((a, b) => b.path.length - a.path.length);
  return field?.label ?? null;
};

/** The form a step of the draft shows. */
export const partOf = (step: 'person' | 'questions', form: ExchangeFormDefinition): FormPart =>
  step === 'person' ? SUBJECT_FORM : form.request;
