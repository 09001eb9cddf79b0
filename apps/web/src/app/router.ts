import { createRouter, createWebHistory, type RouteLocationNormalized, type Router } from 'vue-router';
import { isLocale, preferredLocale, useLocaleOfPage } from '../shared/i18n/i18n';
import type { SessionStage } from '../shared/session/session-api';
import { useSession } from '../shared/session/session-store';
import { FEATURES } from './features';
import { leaveOldVersion } from './follow-upgrades';
import { STATIC_ROUTES } from './static-routes';

/** The page each unfinished stage of signing in has to pass. */
const STEPS: Readonly<Partial<Record<SessionStage, string>>> = {
  'change-password': 'temporary-password',
  'enrol-second-factor': 'second-factor-enrolment',
};

/** Where a reader who may not open a page yet is sent first; null when nothing stands in the way. */
const detour = (to: RouteLocationNormalized): string | null => {
  const session = useSession();
  const { stage } = session.state;
  if (to.meta.public === true) return null;
  if (stage === 'none' || stage === 'second-factor') return 'sign-in';
  const step = STEPS[stage];
  return step === undefined || step === to.name ? null : step;
};

const guard = (router: Router): void => {
  router.beforeEach(async (to) => {
    const { locale } = to.params;
    if (!isLocale(locale))
      return { path: `/${preferredLocale()}${to.path}`, query: to.query, hash: to.hash, replace: true };
    await useLocaleOfPage(locale);
    const session = useSession();
    // A static page must open even when the API does not answer.
    await session.ensureLoaded().catch((error: unknown) => {
      if (to.meta.public !== true) throw error;
    });
    const name = detour(to);
    if (name !== null) return { name, params: { locale }, state: { next: to.fullPath } };
    if (!session.hasRole(to.meta.roles)) return { name: 'no-right', params: { locale }, replace: true };
    return true;
  });
};

/** The product's pages under `/ro/`, `/bg/` and `/en/`. */
export const createAppRouter = (): Router => {
  const router = createRouter({
    history: createWebHistory(),
    scrollBehavior: (to, from, saved) => {
      if (saved) return saved;
      if (to.hash) return { el: to.hash };
      return to.path === from.path || to.name === from.name ? undefined : { top: 0 };
    },
    routes: [
      {
        path: '/',
        // Query and anchor go along: a shared link keeps its filters.
        redirect: ({ query, hash }) => ({ path: `/${preferredLocale()}/work`, query, hash }),
      },
      {
        path: '/:locale(ro|bg|en)',
        children: [
          { path: '', redirect: ({ params, query, hash }) => ({ name: 'work', params, query, hash }) },
          ...FEATURES.flatMap((feature) => feature.routes),
          ...STATIC_ROUTES,
        ],
      },
      { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue'), meta: { public: true } },
    ],
  });
  guard(router);
  leaveOldVersion(router);
  return router;
};
