import type { RouteRecordRaw } from 'vue-router';

/** Pages that belong to the frame itself. */
export const STATIC_ROUTES: readonly RouteRecordRaw[] = [
  {
    path: 'accessibility',
    name: 'accessibility',
    component: () => import('./pages/AccessibilityPage.vue'),
    meta: { public: true, title: 'pages.accessibility.title' },
  },
  {
    path: 'privacy',
    name: 'privacy',
    component: () => import('./pages/PrivacyPage.vue'),
    meta: { public: true, title: 'pages.privacy.title' },
  },
  {
    path: 'cookies',
    name: 'cookies',
    component: () => import('./pages/CookiesPage.vue'),
    meta: { public: true, title: 'pages.cookies.title' },
  },
  {
    path: 'legal',
    name: 'legal',
    component: () => import('./pages/LegalPage.vue'),
    meta: { public: true, title: 'pages.legal.title' },
  },
  {
    path: 'gallery',
    name: 'gallery',
    component: () => import('./gallery/GalleryPage.vue'),
    meta: { public: true, title: 'pages.gallery.title' },
  },
  {
    path: 'no-right',
    name: 'no-right',
    component: () => import('./pages/NoRightPage.vue'),
    meta: { public: true, title: 'shell.noRight.title' },
  },
  {
    path: ':rest(.*)*',
    name: 'not-found',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { public: true, title: 'shell.absent.page' },
  },
];
