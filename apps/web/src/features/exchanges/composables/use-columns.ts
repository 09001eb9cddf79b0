import { DEFAULT_COLUMNS, LIST_COLUMNS, type ListColumn } from '@soc-coop/contracts';
import { useLocalStorage } from '@vueuse/core';
import { computed, type ComputedRef } from 'vue';
import { useSession } from '../../../shared/session/session-store';

/** The columns a person chose, remembered in this browser for each account; codes only, no personal data. */
export const useColumns = (named: ComputedRef<readonly ListColumn[] | null>) => {
  const session = useSession();
  const account = session.viewer?.account.id ?? '';
  const chosen = useLocalStorage<string[]>(`soc-coop.columns.${account}`, [...DEFAULT_COLUMNS]);
  const known = computed(() => LIST_COLUMNS.filter((column) => chosen.value.includes(column)));
  return {
    /** What is shown: the address says it, where a view was opened; else the person's own choice. */
    columns: computed<readonly ListColumn[]>(() => named.value ?? known.value),
    choose: (columns: readonly ListColumn[]): void => {
      // In the order of the table, whatever the order of the ticks.
      chosen.value = LIST_COLUMNS.filter((column) => columns.includes(column));
    },
  };
};
