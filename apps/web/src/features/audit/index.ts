import type { Role } from '@soc-coop/contracts';
import type { Feature } from '../../shared/feature/feature';

const AUDITORS: readonly Role[] = ['AUDITOR'];

/** The list of audit events, for auditors. */
export const auditFeature: Feature = {
  id: 'audit',
  rooms: [
    { id: 'audit', label: 'shell.nav.audit', icon: 'i-lucide-shield-check', to: 'audit', roles: AUDITORS },
  ],
  routes: [
    {
      path: 'audit',
      name: 'audit',
      component: () => import('./pages/AuditPage.vue'),
      meta: { title: 'audit.list.title', room: 'audit', roles: AUDITORS },
    },
  ],
};
