import { disableNeedsReason } from './disable-needs-reason.ts';

/** The few rules no published plugin of ours expresses; everything else is configuration. */
export const localRules = {
  meta: { name: 'soc-coop' },
  rules: { 'disable-needs-reason': disableNeedsReason },
};
