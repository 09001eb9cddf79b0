import { watchDebounced } from '@vueuse/core';
import type { Ref } from 'vue';
import { useLive } from './live-store';

/** Long enough for one's own act to be answered, and for several changes to be said as one. */
const SETTLE_MS = 1_200;

/** Reads a text out politely when it has settled; an empty one says nothing. */
export const useSaid = (text: Readonly<Ref<string>>): void => {
  const live = useLive();
  watchDebounced(
    text,
    (settled) => {
      if (settled) live.say(settled);
    },
    { debounce: SETTLE_MS, immediate: true },
  );
};
