import path from 'node:path';
import { lint, loadConfig } from '@redocly/openapi-core';

const DOCUMENT = 'openapi/soc-coop.json';
const RULES = 'openapi/redocly.yaml';

/** Holds the emitted REST document to its lint rules: one line per problem. */
export async function checkOpenApi(root: string): Promise<readonly string[]> {
  const config = await loadConfig({ configPath: path.join(root, RULES) });
  const problems = await lint({ ref: path.join(root, DOCUMENT), config });
  return problems.map(
    ({ ruleId, message, location }) => `${DOCUMENT} ${location[0]?.pointer ?? ''}: ${message} (${ruleId})`,
  );
}
