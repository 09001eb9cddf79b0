import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the model stands. */
export const MODEL = 'docs/threat-model.md';

/** A test a row points at: its file, and words its full title contains. */
export interface Proof {
  readonly file: string;
  readonly title: string;
}

/** One row of the model: what may be tried, what stands against it, how it is set by default, and what shows it. */
export interface Threat {
  readonly id: string;
  readonly threat: string;
  readonly control: string;
  readonly secureDefault: string;
  readonly proofs: readonly Proof[];
}

const COLUMNS = 5;
const PROOF = /^`([^`]+)` › (.+)$/;

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const isRow = (line: string): boolean => /^\| T-[A-Z]+-\d+ /.test(line);

const proofOf = (text: string): Proof => {
  const [, file = '', title = ''] = PROOF.exec(text.trim()) ?? [];
  return { file, title };
};

/**
 * Reads the rows of the model: lines of tables that begin with an id such as `T-AUTH-01`. Proofs are parted by
 * `<br>`, each `` `file` › title ``; what is written otherwise comes back as a proof without a file.
 */
export const readThreats = (page: string): readonly Threat[] =>
  page
    .split('\n')
    .filter(isRow)
    .map((line) => {
      const cells = cellsOf(line.trim());
      const [id = '', threat = '', control = '', secureDefault = '', proofs = ''] = cells;
      return {
        id,
        threat,
        control,
        secureDefault,
        proofs: cells.length === COLUMNS ? proofs.split('<br>').map(proofOf) : [],
      };
    });

/** The model of a checkout. */
export const loadThreats = async (root: string): Promise<readonly Threat[]> =>
  readThreats(await readFile(path.join(root, MODEL), 'utf8'));
