import { checkThreatModel } from '../threats/check-model.ts';
import { checkDocLinks } from './docs-links.ts';
import { checkGlossary } from './glossary.ts';
import { checkMessageKeys } from './message-keys.ts';
import { checkOpenApi } from './openapi.ts';
import { checkStateDiagram } from './state-diagram.ts';
import { checkSupplyChain } from './supply-chain.ts';

/** A check of ours that reads the repository: one line per problem, none when all is well. */
export interface Gate {
  readonly name: string;
  readonly check: (root: string) => Promise<readonly string[]>;
}

/** What no published tool checks for us. */
export const OWN_GATES: readonly Gate[] = [
  { name: 'document links', check: checkDocLinks },
  { name: 'glossary', check: checkGlossary },
  { name: 'message keys', check: checkMessageKeys },
  { name: 'REST document', check: checkOpenApi },
  { name: 'state diagram', check: checkStateDiagram },
  { name: 'supply chain', check: checkSupplyChain },
  { name: 'threat model', check: checkThreatModel },
];
