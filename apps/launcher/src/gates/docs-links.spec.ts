import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDocLinks, headingAnchor } from './docs-links.ts';

describe('checkDocLinks', () => {
  let root: string;

  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'links-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('accepts files, folders, anchors, addresses elsewhere and code', async () => {
    await write('docs/a.md', '# One more\n\n## One more\n\n<a id="named"></a>\n');
    await write(
      'README.md',
      '[a](docs/a.md) [b](docs/a.md#one-more-1) [c](docs/) [d](#here) [e](docs/a.md#named)\n\n## Here\n' +
        '[web](https://example.org/x.md) `[code](nowhere.md)`\n\n```\n[code](nowhere.md)\n```\n',
    );
    expect(await checkDocLinks(root)).toEqual([]);
  });

  it('names file, line and target of what is broken', async () => {
    await write('docs/a.md', '# A\n\n![picture](screens/none.png)\n<img src="none.svg">\n');
    await write('README.md', '[a](docs/a.md#b)\n[out](../secret.md)\n[gone](docs/gone.md)\n');
    expect(await checkDocLinks(root)).toEqual([
      'README.md:1 docs/a.md#b names a heading that is not there',
      'README.md:2 ../secret.md points outside the repository',
      'README.md:3 docs/gone.md points to nothing',
      'docs/a.md:3 screens/none.png points to nothing',
      'docs/a.md:4 none.svg points to nothing',
    ]);
  });

  it('misses no decision in the index', async () => {
    await write('docs/adr/README.md', '[one](0001-one.md)\n');
    await write('docs/adr/0001-one.md', '# One\n');
    await write('docs/adr/0002-two.md', '# Two\n');
    expect(await checkDocLinks(root)).toEqual(['docs/adr/README.md does not list 0002-two.md']);
  });

  it('makes the anchors readers click', () => {
    expect(headingAnchor('What `npm start` does, in order')).toBe('what-npm-start-does-in-order');
    expect(headingAnchor('Țări și лица')).toBe('țări-și-лица');
  });
});
