import { newKey } from './new-key';

/** Gives the idempotency key of an act: the same for the same input until it succeeded, a new one after. */
export interface KeyRing {
  keyFor(input: object): string;
  done(): void;
}

/**
 * The key is made when the form opens. A second click or a retry after a lost connection repeats the same input
 * and so the same key; an input that was edited meanwhile is another act and gets another key.
 */
export const createKeyRing = (): KeyRing => {
  let key = newKey();
  let sent: string | null = null;
  return {
    keyFor(input) {
      const body = JSON.stringify(input);
      if (sent !== null && sent !== body) key = newKey();
      sent = body;
      return key;
    },
    done() {
      key = newKey();
      sent = null;
    },
  };
};
