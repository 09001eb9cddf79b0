import type { FormProblem } from '@soc-coop/forms';
import { useMessages } from '../../../../shared/i18n/use-messages';

/** Words a problem of a form in the reader's language. */
export const useProblemText = () => {
  const { t } = useMessages();
  return (problem: Pick<FormProblem, 'code' | 'params'>): string =>
    t(`forms.problem.${problem.code}`, { ...problem.params });
};
