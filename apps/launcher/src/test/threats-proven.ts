import { checkProofs } from '../threats/proven.ts';
import { root } from '../tools/paths.ts';
import type { StaticGate } from './gates.ts';
import { resultsDir } from './jest.ts';

/** The last gate of `npm test`: every row of the threat model names tests that ran in this very run, and passed. */
export const threatsProven = (top = root, results = resultsDir): StaticGate => ({
  name: 'threats proven',
  run: async () => {
    const problems = await checkProofs(top, results);
    return problems.length === 0 ? null : problems.join('\n');
  },
});
