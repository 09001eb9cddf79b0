import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What the page needs of the engine in libs/contracts; the launcher starts before it is built, so it is read late. */
export interface Engine {
  readonly EXCHANGE_STATES: readonly string[];
  readonly EXCHANGE_MOVES: readonly string[];
  readonly OPEN_STATES: readonly string[];
  readonly MOVES_IN_SERVICE: readonly string[];
  readonly TRANSITIONS: Readonly<Record<string, Transition>>;
  readonly REASONS: Readonly<Record<string, readonly Reason[]>>;
}

interface Transition {
  readonly by: readonly string[];
  readonly from: readonly string[];
  readonly to: string | null;
  readonly reasons?: string;
  readonly needsNote?: boolean;
}

interface Reason {
  readonly code: string;
  readonly label: { readonly ro: string; readonly bg: string; readonly en: string };
}

const ENGINE = 'libs/contracts/dist/index.js';
const PAGE = 'docs/state-diagram.md';
const COMMAND = 'pnpm docs:state-diagram';
/** The frame around the open states: moves that are possible in all of them are drawn once. */
const OPEN = 'OPEN';

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

const rowOf = ({ TRANSITIONS }: Engine, move: string): Transition => {
  const row = TRANSITIONS[move];
  if (row === undefined) throw new Error(`state diagram: no transition for ${move}`);
  return row;
};

/** The arrows of a move; a move that leads nowhere leaves a trace and no arrow. */
const arrowsOf = (engine: Engine, move: string): readonly (readonly [string, string])[] => {
  const { from, to } = rowOf(engine, move);
  if (to === null) return [];
  if (from.length === 0) return [['[*]', to]];
  return same(from, engine.OPEN_STATES) ? [[OPEN, to]] : from.map((state) => [state, to] as const);
};

const drawArrows = (engine: Engine): readonly string[] => {
  const arrows = engine.EXCHANGE_MOVES.flatMap((move) =>
    arrowsOf(engine, move).map(([from, to]) => ({ way: `${from} --> ${to}`, move })),
  );
  return [...Map.groupBy(arrows, ({ way }) => way)].map(
    ([way, drawn]) => `  ${way}: ${drawn.map(({ move }) => move).join(', ')}`,
  );
};

const drawing = (engine: Engine): string => {
  const ends = engine.EXCHANGE_STATES.filter((state) =>
    Object.values(engine.TRANSITIONS).every(({ from }) => !from.includes(state)),
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    `  state "open: the other side has, or may get, something to do" as ${OPEN} {`,
    ...engine.OPEN_STATES.map((state) => `    ${state}`),
    '  }',
    ...drawArrows(engine),
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
};

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => texts.map(code).join(', ');
const cell = (text: string): string => text.replaceAll('|', '\\|');

const whence = (engine: Engine, from: readonly string[]): string => {
  if (from.length === 0) return 'nothing: it opens the exchange';
  if (!engine.OPEN_STATES.every((state) => from.includes(state))) return codes(from);
  const rest = from.filter((state) => !engine.OPEN_STATES.includes(state));
  return ['every open state', ...rest.map(code)].join(', ');
};

const moveRow = (engine: Engine, move: string): string => {
  const { by, from, to, reasons, needsNote = false } = rowOf(engine, move);
  const cells = [
    code(move),
    by.map((one) => one.toLowerCase()).join(' or '),
    whence(engine, from),
    to === null ? 'stays' : code(to),
    reasons === undefined ? '' : code(reasons),
    needsNote ? 'yes' : '',
    engine.MOVES_IN_SERVICE.includes(move) ? 'yes' : 'not yet',
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
};

const table = (heads: readonly string[], rows: readonly string[]): string =>
  [`| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`, ...rows].join('\n');

const reasonSections = ({ REASONS }: Engine): readonly string[] =>
  Object.entries(REASONS).map(([list, reasons]) => {
    const rows = reasons.map(
      ({ code: id, label }) => `| ${[id, label.en, label.ro, label.bg].map(cell).join(' | ')} |`,
    );
    return `### ${code(list)}\n\n${table(['Code', 'English', 'Română', 'Български'], rows)}`;
  });

/** The whole page: the drawing, every move, and the reasons a move may ask for. */
export const renderStateDiagram = (engine: Engine): string =>
  `${[
    '# States and moves of an exchange',
    `Written from \`libs/contracts/src/exchange/transitions.ts\` by \`${COMMAND}\`; a gate fails when the two drift apart. ` +
      'The state is what the last move that leads somewhere says ([ADR 0006](adr/0006-moves-are-facts.md)).',
    drawing(engine),
    'Two things follow from the moves and are no states: a proposed day waits for the requester until it agrees or the ' +
      'state changes, and a wish to reopen waits for the other side until it agrees or declines.',
    '## Moves',
    table(
      ['Move', 'By', 'From', 'To', 'Reasons', 'Needs a sentence', 'In service'],
      engine.EXCHANGE_MOVES.map((move) => moveRow(engine, move)),
    ),
    '## Reasons',
    'With 99, "other", a sentence is always needed.',
    ...reasonSections(engine),
  ].join('\n\n')}\n`;

/** The engine as it was built. */
export const loadEngine = (root: string): Engine =>
  createRequire(path.join(root, 'package.json'))(path.join(root, ENGINE)) as Engine;

/**
 * Tables are compared by their cells: the formatter aligns them, and that is no drift.
 * Cyrillic and Latin are equally wide, so nothing else of the page depends on alignment.
 */
const cellsOf = (page: string): string => page.replaceAll(/ *\| */g, '|').replaceAll(/-{3,}/g, '---');

/** Writes docs/state-diagram.md from the built engine. */
export const writeStateDiagram = async (root: string): Promise<void> => {
  await writeFile(path.join(root, PAGE), renderStateDiagram(loadEngine(root)));
};

/** Says when docs/state-diagram.md and the engine have drifted apart. */
export const checkStateDiagram = async (root: string): Promise<readonly string[]> => {
  if (!existsSync(path.join(root, ENGINE))) return [`${ENGINE} is missing: run pnpm build`];
  if (!existsSync(path.join(root, PAGE))) return [`${PAGE} is missing: run ${COMMAND}`];
  const page = await readFile(path.join(root, PAGE), 'utf8');
  const drifted = cellsOf(page) !== cellsOf(renderStateDiagram(loadEngine(root)));
  return drifted ? [`${PAGE} differs from ${ENGINE}: run ${COMMAND}`] : [];
};
