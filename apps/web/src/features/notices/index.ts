import type { Feature } from '../../shared/feature/feature';

export { useNoticeActs, useNotices, useUnseenNotices } from './composables/use-notices';
export { useNoticeText } from './composables/use-notice-text';

/** What the acting unit was told: moves of the other side and deadlines. The bell in the header leads here. */
export const noticesFeature: Feature = {
  id: 'notices',
  rooms: [],
  routes: [
    {
      path: 'notices',
      name: 'notices',
      component: () => import('./pages/NoticesPage.vue'),
      meta: {
        title: 'shell.notices.title',
        room: 'work',
        roles: [
          'CASEWORKER',
          'APPROVER',
          'UNIT_COORDINATOR',
          'NATIONAL_COORDINATOR',
          'INSPECTOR',
          'TRAINING_ORGANISER',
          'AGREEMENT_OFFICER',
        ],
      },
    },
  ],
};
