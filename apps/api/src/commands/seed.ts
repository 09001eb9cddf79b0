import { runSeed, seedDemoFourEyes } from '../seed';
import { seedDemoExchanges } from '../seed/exchanges';

/** `seed`: reference data always, demonstration data when DEMO says so; both may be run again. */
export const seedCommand = async (): Promise<void> => runSeed([seedDemoFourEyes, seedDemoExchanges]);
