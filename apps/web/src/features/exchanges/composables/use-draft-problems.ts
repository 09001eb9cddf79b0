import type { ExchangeFormDefinition, FormProblem } from '@soc-coop/forms';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useMessages } from '../../../shared/i18n/use-messages';
import { controlId } from '../components/form/form-context';
import { useProblemText } from '../components/form/use-problem-text';
import { findDraftProblems, labelAt, partOf, type DraftFindings } from '../draft-problems';
import type { DraftValues } from '../draft-values';
import { today } from '../person-draft';
import type { StepName } from './use-steps';

/** Something to put right before sending, with the place where it is put right. */
export interface DraftProblem {
  readonly step: StepName;
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

const NOTHING: DraftFindings = { person: [], questions: [], unconfirmed: [] };

/** The problems of a draft in words, each with the step and the control it belongs to. */
export const useDraftProblems = (
  values: MaybeRefOrGetter<DraftValues | null>,
  definition: MaybeRefOrGetter<ExchangeFormDefinition | null>,
) => {
  const { t, tr } = useMessages();
  const problemText = useProblemText();

  const found = computed(() => {
    const form = toValue(definition);
    const draft = toValue(values);
    return form && draft ? findDraftProblems(draft, form, today()) : NOTHING;
  });

  const inStep = (
    step: 'person' | 'questions',
    problems: readonly FormProblem[],
  ): readonly DraftProblem[] => {
    const form = toValue(definition);
    return problems.map((problem) => ({
      step,
      id: controlId(step, problem.path),
      label: (form && tr(labelAt(partOf(step, form), problem.path))) || t(`exchanges.steps.${step}`),
      text: problemText(problem),
    }));
  };
  const addressee = (): readonly DraftProblem[] => {
    if (toValue(values)?.replyingUnit !== '') return [];
    const place = { step: 'addressee', id: 'addressee-unit', label: t('exchanges.steps.addressee') } as const;
    return [{ ...place, text: t('exchanges.addressee.unitMissing') }];
  };
  const doubts = (): readonly DraftProblem[] =>
    found.value.unconfirmed.map(({ path, code }) => ({
      step: 'person',
      id: controlId('person', path.replace(/value$/, 'confirmed')),
      label: t('exchanges.steps.person'),
      text: `${t(`forms.warning.${code}`)} ${t('exchanges.check.confirmNumber')}`,
    }));

  return {
    person: computed(() => found.value.person),
    questions: computed(() => found.value.questions),
    all: computed(() => [
      ...addressee(),
      ...inStep('person', found.value.person),
      ...doubts(),
      ...inStep('questions', found.value.questions),
    ]),
  };
};
