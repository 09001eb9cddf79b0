import type { Feature } from '../shared/feature/feature';
import { accessFeature } from '../features/access';
import { agreementsFeature } from '../features/agreements';
import { auditFeature } from '../features/audit';
import { directoryFeature } from '../features/directory';
import { exchangesFeature } from '../features/exchanges';
import { noticesFeature } from '../features/notices';
import { trainingsFeature } from '../features/trainings';

/** Every feature of the product, in the order of the menu. */
export const FEATURES: readonly Feature[] = [
  exchangesFeature,
  noticesFeature,
  agreementsFeature,
  trainingsFeature,
  directoryFeature,
  auditFeature,
  accessFeature,
];
