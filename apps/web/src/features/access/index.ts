import type { Feature } from '../../shared/feature/feature';

/** Signing in, the second factor, and what a person may change about their own account. */
export const accessFeature: Feature = {
  id: 'access',
  rooms: [],
  routes: [
    {
      path: 'sign-in',
      name: 'sign-in',
      component: () => import('./pages/SignInPage.vue'),
      meta: { title: 'access.signIn.title', public: true },
    },
    {
      path: 'second-factor',
      name: 'second-factor-enrolment',
      component: () => import('./pages/SecondFactorPage.vue'),
      meta: { title: 'access.enrol.title' },
    },
    {
      path: 'temporary-password',
      name: 'temporary-password',
      component: () => import('./pages/TemporaryPasswordPage.vue'),
      meta: { title: 'access.temporary.title' },
    },
    {
      path: 'profile',
      name: 'profile',
      component: () => import('./pages/ProfilePage.vue'),
      meta: { title: 'access.profile.title' },
    },
  ],
};
