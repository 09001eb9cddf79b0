import { nextTick, watch } from 'vue';
import { useRoute } from 'vue-router';
import { useMessages } from '../shared/i18n/use-messages';
import { useLive } from '../shared/live/live-store';

/** On every new page: title without personal data, focus on the heading, page name read out, old notices gone. */
export const usePageChange = (): void => {
  const route = useRoute();
  const live = useLive();
  const { t, locale } = useMessages();
  let flashOf = '';

  watch(
    [() => route.meta.title, locale],
    ([title]) => {
      document.title = title === undefined ? t('shell.product') : `${t(title)} · ${t('shell.product')}`;
    },
    { immediate: true },
  );

  watch(
    () => [route.name, route.params['id'], route.params['step']].join('/'),
    async (_, before) => {
      if (before === '//' || before === undefined) return;
      if (live.flash !== null && flashOf === live.flash) live.clear();
      flashOf = live.flash ?? '';
      await nextTick();
      focusHeading();
    },
  );
};

/** Lazy pages may paint a moment later; the heading gets the focus as soon as it is there. */
const focusHeading = (tries = 20): void => {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) heading.focus({ preventScroll: true });
  else if (tries > 0) window.setTimeout(() => focusHeading(tries - 1), 50);
};
