import { useLocalStorage } from '@vueuse/core';
import { defineStore } from 'pinia';

/** What a person chose for this browser; nothing here is personal data. */
export const usePreferences = defineStore('preferences', () => ({
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  shortcuts: useLocalStorage('soc-coop.shortcuts', true),
}));
