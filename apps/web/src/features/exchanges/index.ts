import type { Role } from '@soc-coop/contracts';
import type { Feature } from '../../shared/feature/feature';

/** Roles that work on cases; an administrator sees no case content. */
const CASE_ROLES: readonly Role[] = [
  'CASEWORKER',
  'APPROVER',
  'UNIT_COORDINATOR',
  'NATIONAL_COORDINATOR',
  'INSPECTOR',
  'TRAINING_ORGANISER',
  'AGREEMENT_OFFICER',
];
const READING_ROLES: readonly Role[] = [...CASE_ROLES, 'AUDITOR'];

/** My work, the list of exchanges, the case and everything written into it. */
export const exchangesFeature: Feature = {
  id: 'exchanges',
  rooms: [
    {
      id: 'work',
      label: 'shell.nav.work',
      icon: 'i-lucide-inbox',
      to: 'work',
      roles: CASE_ROLES,
      key: 'w',
    },
    {
      id: 'exchanges',
      label: 'shell.nav.exchanges',
      icon: 'i-lucide-folder-search',
      to: 'exchanges',
      roles: READING_ROLES,
      key: 'e',
    },
  ],
  routes: [
    {
      path: 'work',
      name: 'work',
      component: () => import('./pages/WorkPage.vue'),
      meta: { title: 'exchanges.work.title', room: 'work' },
    },
    {
      path: 'exchanges',
      name: 'exchanges',
      component: () => import('./pages/ExchangeListPage.vue'),
      meta: { title: 'exchanges.list.title', room: 'exchanges', roles: READING_ROLES },
    },
    {
      path: 'search',
      name: 'search',
      component: () => import('./pages/SearchPage.vue'),
      meta: { title: 'exchanges.search.title', room: 'exchanges', roles: READING_ROLES },
    },
    {
      path: 'exchanges/new',
      name: 'exchange-new',
      component: () => import('./pages/NewExchangePage.vue'),
      meta: { title: 'exchanges.new.title', room: 'work', roles: CASE_ROLES },
    },
    {
      path: 'exchanges/:id',
      name: 'exchange',
      props: true,
      component: () => import('./pages/CasePage.vue'),
      meta: { title: 'exchanges.case.title', room: 'exchanges', roles: READING_ROLES },
    },
    {
      path: 'exchanges/:id/draft/:step(addressee|person|questions|check)',
      name: 'exchange-draft',
      props: true,
      component: () => import('./pages/DraftPage.vue'),
      meta: { title: 'exchanges.new.title', room: 'work', roles: CASE_ROLES },
    },
    {
      path: 'exchanges/:id/answer',
      name: 'exchange-answer',
      props: true,
      component: () => import('./pages/AnswerPage.vue'),
      meta: { title: 'exchanges.answer.title', room: 'exchanges', roles: CASE_ROLES },
    },
    {
      path: 'exchanges/:id/correct',
      name: 'exchange-correct',
      props: true,
      component: () => import('./pages/CorrectPage.vue'),
      meta: { title: 'exchanges.correct.title', room: 'exchanges', roles: CASE_ROLES },
    },
    {
      path: 'exchanges/:id/print',
      name: 'exchange-print',
      props: true,
      component: () => import('./pages/PrintPage.vue'),
      meta: { title: 'exchanges.print.title', bare: true, roles: READING_ROLES },
    },
  ],
};
