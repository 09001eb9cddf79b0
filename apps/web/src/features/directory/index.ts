import type { Role } from '@soc-coop/contracts';
import type { Feature } from '../../shared/feature/feature';

const ADMINISTRATORS: readonly Role[] = ['ADMINISTRATOR'];
const COORDINATORS: readonly Role[] = ['NATIONAL_COORDINATOR'];

/** The directory of institutions for everyone, and its upkeep for administrators. */
export const directoryFeature: Feature = {
  id: 'directory',
  rooms: [
    {
      id: 'institutions',
      label: 'shell.nav.institutions',
      icon: 'i-lucide-landmark',
      to: 'institutions',
      key: 'i',
    },
    {
      id: 'administration',
      label: 'shell.nav.administration',
      icon: 'i-lucide-settings-2',
      to: 'admin-units',
      roles: ADMINISTRATORS,
    },
    {
      id: 'calendar',
      label: 'directory.admin.calendar',
      icon: 'i-lucide-calendar-days',
      to: 'admin-calendar',
      roles: COORDINATORS,
    },
  ],
  routes: [
    {
      path: 'institutions',
      name: 'institutions',
      component: () => import('./pages/InstitutionListPage.vue'),
      meta: { title: 'directory.list.title', room: 'institutions' },
    },
    {
      path: 'institutions/:id',
      name: 'institution',
      props: true,
      component: () => import('./pages/InstitutionPage.vue'),
      meta: { title: 'directory.page.title', room: 'institutions' },
    },
    {
      path: 'administration/units',
      name: 'admin-units',
      component: () => import('./pages/AdminUnitListPage.vue'),
      meta: { title: 'directory.admin.units', room: 'administration', roles: ADMINISTRATORS },
    },
    {
      path: 'administration/units/new',
      name: 'admin-unit-new',
      component: () => import('./pages/AdminUnitPage.vue'),
      meta: { title: 'directory.admin.newUnit', room: 'administration', roles: ADMINISTRATORS },
    },
    {
      path: 'administration/units/:id',
      name: 'admin-unit',
      props: true,
      component: () => import('./pages/AdminUnitPage.vue'),
      meta: { title: 'directory.admin.editUnit', room: 'administration', roles: ADMINISTRATORS },
    },
    {
      path: 'administration/calendar',
      name: 'admin-calendar',
      component: () => import('./pages/AdminCalendarPage.vue'),
      meta: {
        title: 'directory.calendar.title',
        room: 'administration',
        roles: [...ADMINISTRATORS, ...COORDINATORS],
      },
    },
    {
      path: 'administration/systems',
      name: 'admin-systems',
      component: () => import('./pages/AdminSystemListPage.vue'),
      meta: { title: 'directory.admin.systems', room: 'administration', roles: ADMINISTRATORS },
    },
    {
      path: 'administration/systems/new',
      name: 'admin-system-new',
      component: () => import('./pages/AdminSystemNewPage.vue'),
      meta: { title: 'directory.admin.newSystem', room: 'administration', roles: ADMINISTRATORS },
    },
    {
      path: 'administration/systems/:id',
      name: 'admin-system',
      props: true,
      component: () => import('./pages/AdminSystemPage.vue'),
      meta: { title: 'directory.admin.system', room: 'administration', roles: ADMINISTRATORS },
    },
    {
      path: 'administration/people',
      name: 'admin-people',
      component: () => import('./pages/AdminPeoplePage.vue'),
      meta: { title: 'directory.admin.people', room: 'administration', roles: ADMINISTRATORS },
    },
    {
      path: 'administration/people/new',
      name: 'admin-person-new',
      component: () => import('./pages/AdminPersonPage.vue'),
      meta: { title: 'directory.admin.newPerson', room: 'administration', roles: ADMINISTRATORS },
    },
    {
      path: 'administration/people/:id',
      name: 'admin-person',
      props: true,
      component: () => import('./pages/AdminPersonPage.vue'),
      meta: { title: 'directory.admin.editPerson', room: 'administration', roles: ADMINISTRATORS },
    },
  ],
};
