import type { Declaration } from './declaration';
import { HANDED } from './declared/handed-moves';
import { MUTATIONS } from './declared/mutations';
import { partnerSystems } from './declared/partner-systems';
import { PERSONAL } from './declared/personal-data';
import { QUERIES } from './declared/queries';
import { SAVED_VIEWS } from './declared/saved-views';
import { SUBSCRIPTIONS } from './declared/subscriptions';

/**
 * Who gets what of every root field and every field with personal data: the rights of the product, written once
 * more from the outside. The code's own table is `src/access/policy/policy-table.ts`; the test asks the running
 * application and holds it to this one.
 */
export const DECLARED: readonly Declaration[] = [
  ...QUERIES,
  ...MUTATIONS,
  ...SUBSCRIPTIONS,
  ...HANDED,
  ...SAVED_VIEWS,
  ...partnerSystems,
  ...PERSONAL,
];
