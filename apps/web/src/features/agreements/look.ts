import type { Tone } from '../../ui/data/StatusBadge.vue';

const TONES: Readonly<Record<string, Tone>> = {
  IN_FORCE: 'success',
  DRAFT: 'neutral',
  SIGNED: 'info',
  SUSPENDED: 'warning',
  EXPIRED: 'neutral',
  TERMINATED: 'error',
};

/** The tone of an agreement's status; its word always stands beside it. */
export const statusTone = (status: string): Tone => TONES[status] ?? 'neutral';
