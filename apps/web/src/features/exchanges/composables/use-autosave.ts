import { useDebounceFn, useEventListener } from '@vueuse/core';
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import { type ApiError, toApiError } from '../../../shared/graphql/api-error';
import { useSession } from '../../../shared/session/session-store';

/** Saves at pauses: one request at a time, the latest text wins, nothing is lost when one fails. */
export const useAutosave = (save: () => Promise<string>) => {
  const savedAt = ref<string | null>(null);
  const error = shallowRef<ApiError | null>(null);
  const saving = ref(false);
  const dirty = ref(false);
  let running: Promise<void> | null = null;

  const once = async (): Promise<void> => {
    saving.value = true;
    dirty.value = false;
    try {
      savedAt.value = await save();
      error.value = null;
    } catch (cause) {
      dirty.value = true;
      error.value = toApiError(cause);
    } finally {
      saving.value = false;
    }
  };

  /** Writes what is unsaved now and resolves when it is written, or has failed. */
  const flush = async (): Promise<boolean> => {
    await running;
    if (dirty.value) {
      running = once();
      await running;
      running = null;
    }
    return error.value === null;
  };

  const later = useDebounceFn(() => void flush(), 1_200, { maxWait: 8_000 });
  const touch = (): void => {
    dirty.value = true;
    void later();
  };

  useEventListener(window, 'beforeunload', (event: BeforeUnloadEvent) => {
    if (dirty.value) event.preventDefault();
  });
  onBeforeUnmount(() => void flush());

  // What could not be saved because the session had ended is saved as soon as the same person is back.
  const session = useSession();
  watch(
    () => session.lost,
    (lost) => {
      if (!lost && dirty.value) void flush();
    },
  );

  /** Drops what is unsaved; the server's version was taken over instead. */
  const forget = (): void => {
    dirty.value = false;
    error.value = null;
  };

  return { savedAt, saving, dirty, error, touch, flush, forget };
};

/** A draft that is saved at pauses. */
export type Autosave = ReturnType<typeof useAutosave>;
