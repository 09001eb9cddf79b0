import { nextTick, watch } from 'vue';
import { useRoute } from 'vue-router';
import { useMessages } from '../shared/i18n/use-messages';
import { useLive } from '../shared/live/live-store';

/** On every new page: title without personal data, focus on the heading, page name read out, old notices gone. */
export const usePageChange = (): void => {
  const route = useRoute();
  const live = useLive();
  const { t, locale } = useMessages();

  watch(
    [() => route.meta.title, locale],
    ([title]) => {
      document.title = title === undefined ? t('shell.product') : `${t(title)} · ${t('shell.product')}`;
    },
    { immediate: true },
  );

  const page = (): string => [route.name, route.params['id'], route.params['step']].join('/');
  // Right with the change, so that what the next page has to say is not cleared with what the last one said.
  watch(page, () => live.clear(), { flush: 'sync' });
  watch(page, async (_, before) => {
    if (before === '//') return;
    await nextTick();
    focusHeading();
  });
};

/** Lazy pages may paint a moment later; the heading gets the focus as soon as it is there. */
const focusHeading = (tries = 20): void => {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) heading.focus({ preventScroll: true });
  else if (tries > 0) window.setTimeout(() => focusHeading(tries - 1), 50);
};
