import { defineStore } from 'pinia';
import { ref } from 'vue';

/** A message that outlives the page it was made on: shown on top of the next page and read out politely. */
export const useLive = defineStore('live', () => {
  const spoken = ref('');
  const flash = ref<string | null>(null);

  /** Reads a text out without moving focus. */
  const say = (text: string): void => {
    spoken.value = '';
    requestAnimationFrame(() => (spoken.value = text));
  };

  /** Says what was done and keeps it visible until the next page. */
  const done = (text: string): void => {
    flash.value = text;
    say(text);
  };

  return { spoken, flash, say, done, clear: () => (flash.value = null) };
});
