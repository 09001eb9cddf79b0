import { defineStore } from 'pinia';
import { ref } from 'vue';

const KEY = 'soc-reloaded-at';
/** A reload that did not help is not repeated at once. */
const AGAIN_AFTER_MS = 60_000;

const reloadedAt = (): number => Number(window.sessionStorage.getItem(KEY) ?? 0);

/**
 * Knows when the server has moved on to a version this page is not of: a piece of the page is gone, or the server does
 * not know what it is asked. The reader is offered to reload; where they were about to leave the page anyway, the next one
 * is loaded anew by itself.
 */
export const useUpgrade = defineStore('upgrade', () => {
  const needed = ref(false);

  const go = (address: string | null): void => {
    window.sessionStorage.setItem(KEY, String(Date.now()));
    if (address === null) window.location.reload();
    else window.location.assign(address);
  };

  return {
    needed,
    /** Something was found to be of another version. */
    notice: (): void => void (needed.value = true),
    /** The reader asks for it. Unsaved text makes the browser ask back. */
    reload: (): void => {
      go(null);
    },
    /** Loads another page of ours anew; false where that was tried just now. */
    leaveFor: (address: string): boolean => {
      if (Date.now() - reloadedAt() < AGAIN_AFTER_MS) return false;
      go(address);
      return true;
    },
  };
});
