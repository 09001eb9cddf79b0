import type { ExportFormat } from '@soc-coop/contracts';
import { ref, shallowRef } from 'vue';
import { type ApiError, toApiError } from '../../../shared/graphql/api-error';
import { requestFile } from '../../../shared/graphql/request';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useLive } from '../../../shared/live/live-store';

const save = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn.
  window.setTimeout(() => URL.revokeObjectURL(address), 0);
};

/** Fetches a list as a file, so that a coded refusal is shown in words and not saved in place of the list. */
export const useExport = () => {
  const { t, locale } = useMessages();
  const live = useLive();
  const running = ref<ExportFormat | null>(null);
  const error = shallowRef<ApiError | null>(null);

  const run = async (address: string, name: string, format: ExportFormat): Promise<void> => {
    if (running.value !== null) return;
    running.value = format;
    error.value = null;
    live.say(t('exchanges.export.running'));
    try {
      save(await requestFile(address, locale.value), `${name}.${format}`);
      live.say(t('exchanges.export.done'));
    } catch (cause) {
      error.value = toApiError(cause);
    } finally {
      running.value = null;
    }
  };

  return { running, error, run };
};
