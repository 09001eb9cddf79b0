import type { Feature } from '../../shared/feature/feature';

/** The register of agreements and the page of one. */
export const agreementsFeature: Feature = {
  id: 'agreements',
  rooms: [
    {
      id: 'agreements',
      label: 'shell.nav.agreements',
      icon: 'i-lucide-scroll-text',
      to: 'agreements',
      key: 'a',
    },
  ],
  routes: [
    {
      path: 'agreements',
      name: 'agreements',
      component: () => import('./pages/AgreementListPage.vue'),
      meta: { title: 'agreements.list.title', room: 'agreements' },
    },
    {
      path: 'agreements/:id',
      name: 'agreement',
      props: true,
      component: () => import('./pages/AgreementPage.vue'),
      meta: { title: 'agreements.page.title', room: 'agreements' },
    },
  ],
};
