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
} from '@soc-coop/forms';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useMessages } from '../../../shared/i18n/use-messages';
import { controlId } from '../components/form/form-context';
import { useProblemText } from '../components/form/use-problem-text';
import { today } from '../person-draft';
import type { DraftValues } from './use-draft';
import type { StepName } from './use-steps';

/** Something to put right before sending, with the place where it is put right. */
export interface DraftProblem {
  readonly step: StepName;
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

const NONE: readonly FormProblem[] = [];

/** The label of the field a problem is about: the longest field path the problem's path begins with. */
const labelAt = (part: FormPart, path: string): Trilingual | null => {
  const fields = part.layout.flatMap((section) => section.fields);
  const [field] = fields
    .filter((item) => path === item.path || path.startsWith(`${item.path}.`))
    .toSorted((a, b) => b.path.length - a.path.length);
  return field?.label ?? null;
};

/** What stands between a draft and being sent, found with the same rules the API applies. */
export const useDraftProblems = (
  values: MaybeRefOrGetter<DraftValues | null>,
  definition: MaybeRefOrGetter<ExchangeFormDefinition | null>,
) => {
  const { t, tr } = useMessages();
  const problemText = useProblemText();
  const written = computed(() => {
    const form = toValue(definition);
    const draft = toValue(values);
    return form && draft ? { form, draft } : null;
  });

  const person = computed(() =>
    written.value
      ? validateSubject(written.value.form, tidyContent(written.value.draft.subject), { today: today() })
      : NONE,
  );
  const questions = computed(() => {
    if (!written.value) return NONE;
    const { form, draft } = written.value;
    return validateRequest(form, settleContent(form.request, draft.content), { today: today() });
  });
  const unconfirmed = computed(() =>
    subjectWarnings(written.value?.draft.subject ?? {}, today()).filter(({ needsConfirmation }) => needsConfirmation),
  );

  const inForm = (step: 'person' | 'questions', part: FormPart, problems: readonly FormProblem[]): DraftProblem[] =>
    problems.map((problem) => ({
      step,
      id: controlId(step, problem.path),
      label: tr(labelAt(part, problem.path)) || t(`exchanges.steps.${step}`),
      text: problemText(problem),
    }));

  const all = computed<readonly DraftProblem[]>(() => {
    if (!written.value) return [];
    const { form, draft } = written.value;
    const addressee: DraftProblem[] = draft.replyingUnit
      ? []
      : [
          {
            step: 'addressee',
            id: 'addressee-unit',
            label: t('exchanges.steps.addressee'),
            text: t('exchanges.addressee.unitMissing'),
          },
        ];
    const doubts: DraftProblem[] = unconfirmed.value.map(({ path, code }) => ({
      step: 'person',
      id: controlId('person', path.replace(/value$/, 'confirmed')),
      label: tr(labelAt(SUBJECT_FORM, path)),
      text: `${t(`forms.warning.${code}`)} ${t('exchanges.check.confirmNumber')}`,
    }));
    return [
      ...addressee,
      ...inForm('person', SUBJECT_FORM, person.value),
      ...doubts,
      ...inForm('questions', form.request, questions.value),
    ];
  });

  return { person, questions, all };
};
