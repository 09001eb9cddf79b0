import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadThreats, MODEL, type Threat } from './model.ts';

/** Fewer rows than this, and the page was not read as it is written. */
const FEWEST = 10;

const blanks = ({ id, threat, control, secureDefault, proofs }: Threat): readonly string[] => [
  ...[threat, control, secureDefault].filter((cell) => cell === '').map(() => `${id}: a cell is empty`),
  ...(proofs.length === 0 ? [`${id}: has not the five columns of the table`] : []),
];

const badProofs = (root: string, { id, proofs }: Threat): readonly string[] =>
  proofs.flatMap(({ file, title }) => {
    if (file === '' || title === '') return [`${id}: a test is not named as \`file\` › title`];
    return existsSync(path.join(root, file)) ? [] : [`${id}: there is no ${file}`];
  });

/** What is wrong with the model as it is written, before any test has run. */
export const checkThreatModel = async (root: string): Promise<readonly string[]> => {
  const threats = await loadThreats(root);
  const ids = threats.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...(threats.length < FEWEST ? [`${MODEL}: only ${threats.length} rows were found`] : []),
    ...twice.map((id) => `${id}: stands there twice`),
    ...threats.flatMap((threat) => [...blanks(threat), ...badProofs(root, threat)]),
  ];
};
