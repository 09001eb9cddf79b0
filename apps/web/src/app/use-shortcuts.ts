import { useEventListener } from '@vueuse/core';
import { usePreferences } from '../shared/session/preferences-store';

/** What single keys do; `go` gets the letter that followed `g`. */
interface Shortcuts {
  readonly search: () => void;
  readonly help: () => void;
  readonly go: (letter: string) => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const inDialog = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** `/`, `?` and `g` + letter, unless the reader types or switched them off; Ctrl+Enter sends the form it is in. */
export const useShortcuts = ({ search, help, go }: Shortcuts): void => {
  const preferences = usePreferences();
  let afterG = 0;

  const singleKey = (event: KeyboardEvent): void => {
    if (event.key === '/') {
      event.preventDefault();
      search();
    } else if (event.key === '?') help();
    else if (Date.now() - afterG < 1500) {
      afterG = 0;
      go(event.key);
    } else if (event.key === 'g') afterG = Date.now();
  };

  const sendForm = (event: KeyboardEvent): void => {
    const form = event.target instanceof HTMLElement ? event.target.closest('form') : null;
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  };

  useEventListener(document, 'keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return sendForm(event);
    if (!preferences.shortcuts || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isTyping(event.target) && !inDialog()) singleKey(event);
  });
};
