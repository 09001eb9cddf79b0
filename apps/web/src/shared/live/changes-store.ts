import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { type Change, type Heard, kept } from './changes';

type Listener = (change: Change) => void;

const MISSED: Change = {
  kind: 'LOOK_AGAIN',
  exchangeId: null,
  number: null,
  move: null,
  side: null,
  state: null,
  version: null,
  at: null,
  byYou: false,
};

/**
 * What the server said happened since this page was opened. Nothing on screen moves because of it: lists and cases offer
 * to show what is new, only counts follow by themselves. Without a connection the pages ask from time to time, as ever.
 */
export const useChanges = defineStore('changes', () => {
  const heard = shallowRef<readonly Heard[]>([]);
  const connected = ref(false);
  const listeners = new Set<Listener>();

  const hear = (change: Change): void => {
    heard.value = kept(heard.value, { change, heardAt: Date.now() });
    listeners.forEach((listener) => {
      listener(change);
    });
  };

  return {
    heard,
    connected,
    hear,
    /** The connection stands; after a break something may have happened meanwhile. */
    opened: (again: boolean): void => {
      connected.value = true;
      if (again) hear(MISSED);
    },
    broken: (): void => void (connected.value = false),
    /** Forgets everything: another person, or another unit. */
    reset: (): void => void (heard.value = []),
    /** Calls for each change until the returned function is called. */
    listen: (listener: Listener): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
});
