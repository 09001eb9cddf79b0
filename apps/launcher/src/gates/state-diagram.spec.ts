import { root } from '../tools/paths.ts';
import { plantTree, type FixtureTree } from './fixture-tree.ts';
import { checkStateDiagram, loadEngine, renderStateDiagram, writeStateDiagram } from './state-diagram.ts';

const engine = loadEngine(root);
const page = renderStateDiagram(engine);
const drawn = page.slice(page.indexOf('```mermaid'), page.indexOf('## Moves'));

/** A small engine as its build would export it. */
const built = (to: string): string =>
  `module.exports = ${JSON.stringify({
    EXCHANGE_STATES: ['DRAFT', 'SENT', 'CLOSED'],
    EXCHANGE_MOVES: ['OPEN', 'SEND', 'CLOSE'],
    OPEN_STATES: ['SENT'],
    MOVES_IN_SERVICE: ['OPEN'],
    TRANSITIONS: {
      OPEN: { by: ['REQUESTER'], from: [], to: 'DRAFT' },
      SEND: { by: ['REQUESTER'], from: ['DRAFT'], to: 'SENT' },
      CLOSE: { by: ['REQUESTER', 'REPLIER'], from: ['SENT'], to, reasons: 'CLOSE' },
    },
    REASONS: { CLOSE: [{ code: '01', label: { ro: 'da', bg: 'да', en: 'yes | no' } }] },
  })};`;

describe('the state diagram', () => {
  let tree: FixtureTree | null = null;
  afterEach(async () => {
    await tree?.remove();
    tree = null;
  });

  it('draws every move that leads somewhere, and has a row for each move and reason', () => {
    for (const move of engine.EXCHANGE_MOVES) {
      expect(page).toContain(`| \`${move}\` | `);
      expect(new RegExp(`\\b${move}\\b`).test(drawn.replaceAll(/\w+ --> \w+/g, ''))).toBe(
        engine.TRANSITIONS[move]?.to !== null,
      );
    }
    for (const state of engine.EXCHANGE_STATES) expect(drawn).toContain(state);
    for (const list of Object.keys(engine.REASONS)) expect(page).toContain(`### \`${list}\``);
  });

  it('draws what every open state allows once, from the frame around them', () => {
    expect(drawn).toContain('OPEN --> WITHDRAWN: WITHDRAW');
    expect(drawn).not.toContain('SENT --> WITHDRAWN');
    expect(drawn).toContain('DELETED --> [*]');
  });

  it('notices drift, but not the alignment of tables, and writing removes it', async () => {
    tree = await plantTree({
      'package.json': '{}',
      'libs/contracts/dist/index.js': built('CLOSED'),
      'docs/x': '',
    });
    expect(await checkStateDiagram(tree.root)).toEqual([
      'docs/state-diagram.md is missing: run pnpm docs:state-diagram',
    ]);
    await writeStateDiagram(tree.root);
    expect(await checkStateDiagram(tree.root)).toEqual([]);
    const { readFile, writeFile } = await import('node:fs/promises');
    const file = `${tree.root}/docs/state-diagram.md`;
    const written = await readFile(file, 'utf8');
    expect(written).toContain('yes \\| no');
    await writeFile(
      file,
      written.replaceAll('| Move |', '| Move      |').replaceAll('| --- |', '| ------ |'),
    );
    expect(await checkStateDiagram(tree.root)).toEqual([]);
    await writeFile(file, written.replace('`CLOSED`', '`DRAFT`'));
    expect(await checkStateDiagram(tree.root)).toHaveLength(1);
  });
});
