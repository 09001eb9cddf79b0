import { checkGlossary, renderTerms, writeGlossary } from './glossary.ts';
import { plantTree, type FixtureTree } from './fixture-tree.ts';

const term = {
  key: 'exchange.request',
  category: 'exchange',
  labels: { ro: 'cerere', bg: 'искане', en: 'request | ask' },
  doubtful: true,
  doubt: 'short',
};

describe('the glossary page', () => {
  let tree: FixtureTree | null = null;
  afterEach(async () => {
    await tree?.remove();
    tree = null;
  });

  it('has a row per term and says why a word is doubtful', () => {
    expect(renderTerms([term])).toContain(
      '| request \\| ask | cerere | искане | `exchange.request` | short |',
    );
  });

  it('refuses a group of words without a heading', () => {
    expect(() => renderTerms([{ ...term, category: 'weather' }])).toThrow('weather');
  });

  it('notices drift, and writing removes it without touching the rest', async () => {
    tree = await plantTree({
      'libs/reference/data/glossary.json': JSON.stringify({ terms: [term] }),
      'docs/glossary.md':
        '# Words\n\n<!-- terms: written by apps/launcher/src/gates/write-glossary.ts, do not edit below -->\nold\n<!-- /terms -->\n',
    });
    expect(await checkGlossary(tree.root)).toHaveLength(1);
    await writeGlossary(tree.root);
    expect(await checkGlossary(tree.root)).toEqual([]);
  });
});
