import type { Feature } from '../../shared/feature/feature';

/** Catalogue, sessions with enrolment, and the reader's certificates. */
export const trainingsFeature: Feature = {
  id: 'trainings',
  rooms: [
    {
      id: 'trainings',
      label: 'shell.nav.trainings',
      icon: 'i-lucide-graduation-cap',
      to: 'trainings',
      key: 't',
    },
  ],
  routes: [
    {
      path: 'trainings',
      name: 'trainings',
      component: () => import('./pages/TrainingListPage.vue'),
      meta: { title: 'trainings.list.title', room: 'trainings' },
    },
    {
      path: 'trainings/catalogue',
      name: 'training-catalogue',
      component: () => import('./pages/CataloguePage.vue'),
      meta: { title: 'trainings.catalogue.title', room: 'trainings' },
    },
    {
      path: 'trainings/certificates',
      name: 'my-certificates',
      component: () => import('./pages/CertificatesPage.vue'),
      meta: { title: 'trainings.certificates.title', room: 'trainings' },
    },
    {
      path: 'trainings/sessions/:id',
      name: 'training-session',
      props: true,
      component: () => import('./pages/TrainingSessionPage.vue'),
      meta: { title: 'trainings.session.title', room: 'trainings' },
    },
  ],
};
