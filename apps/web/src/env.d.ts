/// <reference types="vite/client" />

declare module 'virtual:nuxt-ui-icons' {
  import type { IconifyIcon } from '@iconify/vue';
  /** Hands every icon built into the page to `add`. */
  export function init(add: (name: string, data: IconifyIcon) => unknown): void;
}
