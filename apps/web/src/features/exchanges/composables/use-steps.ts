import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useTo } from '../../../shared/navigation/use-to';
import type { Step } from '../components/draft/StepList.vue';

export const STEPS = ['addressee', 'person', 'questions', 'check'] as const;
export type StepName = (typeof STEPS)[number];

/** The steps of writing a request; without an id only the first can be opened. */
export const useSteps = (id: MaybeRefOrGetter<string | null>) => {
  const { t } = useMessages();
  const to = useTo();
  return computed<readonly Step[]>(() => {
    const exchange = toValue(id);
    return STEPS.map((step) => ({
      id: step,
      label: t(`exchanges.steps.${step}`),
      to: exchange === null ? null : to('exchange-draft', { id: exchange, step }),
    }));
  });
};
