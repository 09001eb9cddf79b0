import { useEventListener } from '@vueuse/core';
import type { Ref } from 'vue';
import { usePreferences } from '../../../shared/session/preferences-store';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'));

/** Keys with a modifier, keys typed into a field, and keys while a dialog or menu stands open. */
const isMeantElsewhere = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  isTyping(event.target) ||
  document.querySelector('[role="dialog"], [role="menu"]') !== null;

/** How far a key moves; arrows only where the focus stands in a row already, for elsewhere they scroll. */
const stepOf = (key: string, inRow: boolean): number => {
  if (key === 'j' || (inRow && key === 'ArrowDown')) return 1;
  return key === 'k' || (inRow && key === 'ArrowUp') ? -1 : 0;
};

/**
 * `j` and `k`, or arrows within the rows, move over the rows of a list; Enter opens as ever, for the focus stands on the
 * row's own link; `x` ticks the row. Switched off with the other single keys (WCAG 2.1.4).
 */
export const useRowKeys = (place: Ref<HTMLElement | null>): void => {
  const preferences = usePreferences();

  const links = (): HTMLElement[] => [
    ...(place.value?.querySelectorAll<HTMLElement>('tbody [role="rowheader"] a') ?? []),
  ];
  const rowOf = (element: Element | null): Element | null => element?.closest('tbody tr') ?? null;

  const move = (step: number): void => {
    const all = links();
    const row = rowOf(document.activeElement);
    const at = row === null ? -1 : all.findIndex((link) => rowOf(link) === row);
    const next = at === -1 ? (step > 0 ? 0 : all.length - 1) : at + step;
    all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
  };

  useEventListener(document, 'keydown', (event) => {
    if (!preferences.shortcuts || isMeantElsewhere(event)) return;
    const row = rowOf(document.activeElement);
    const step = stepOf(event.key, row !== null && (place.value?.contains(row) ?? false));
    if (step !== 0) {
      event.preventDefault();
      move(step);
    } else if (event.key === 'x') row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
  });
};
