import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pinnedNode } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';
import { bundleOf } from './bundle.ts';
import { withOwnHelpers } from './bundle-helpers.ts';
import { CODE, doorTo, ENDING, footer, HOME, loaderOf } from './packages-loader.ts';

const MARK = 'mark';
const NAMES = ['greeting', 'greeting/again'];

describe('packages in one file', () => {
  let folder: string;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const place = (): string => join(folder, 'dist/node_modules');
  const compiledFile = (): string => join(place(), HOME, `${MARK}${ENDING}`);
  /** What an expression over `load` (require beside the built code) and `packed` is, in a process of its own. */
  const inProcess = async (expression: string): Promise<unknown> => {
    const program = `
      const load = require('node:module').createRequire(${JSON.stringify(join(folder, 'dist/main.js'))});
      const packed = load('./node_modules/${HOME}');
      console.log(JSON.stringify(${expression}));`;
    const { code, output } = await capture(pinnedNode, ['--eval', program]);
    return code === 0 ? JSON.parse(output) : output;
  };
  const fromCompiled = (): Promise<unknown> => inProcess('packed.fromCompiled');
  const keepCompiled = (): Promise<unknown> =>
    inProcess(
      `[load('greeting').words(), load('fs').writeFileSync(${JSON.stringify(compiledFile())}, packed.compile())]`,
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'soc-packages-'));
    write('node_modules/greeting/package.json', '{"name": "greeting", "main": "index.js"}');
    write(
      'node_modules/greeting/index.js',
      "class Greeter { words() { return 'добър ден, bună ziua'; } }\nmodule.exports = { Greeter, words: () => new Greeter().words(), absent: () => require('not-installed'), isInNode: () => typeof module.require === 'function', nameInside: () => (function require_greeting() {}).name };",
    );
    write('node_modules/greeting/again.js', "module.exports = require('greeting');");
    const code = await bundleOf({ names: NAMES, loose: [], from: folder, ...footer });
    write(`dist/node_modules/${HOME}/${CODE}`, code);
    write(`dist/node_modules/${HOME}/index.js`, loaderOf(MARK));
    for (const name of NAMES) {
      const door = join(place(), name, 'index.js');
      const loader = relative(dirname(door), join(place(), HOME, 'index.js'));
      write(relative(folder, door), doorTo(name, loader));
    }
    rmSync(join(folder, 'node_modules'), { recursive: true });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('are found under their own names, one copy each, their classes named as ever', async () => {
    const facts = `[load('greeting').Greeter.name, load('greeting').words(), load('greeting/again') === load('greeting')]`;
    expect(await inProcess(facts)).toEqual(['Greeter', 'добър ден, bună ziua', true]);
  });

  it('are told that they run in Node: some do in JavaScript what Node does itself, where they take it for a browser', async () => {
    expect(await inProcess(`load('greeting').isInNode()`)).toBe(true);
  });

  it('keep the names of what the bundle has to call otherwise', async () => {
    expect(await inProcess(`load('greeting').nameInside()`)).toBe('require_greeting');
    expect(readFileSync(join(place(), HOME, CODE), 'utf8')).toContain('function require_greeting2()');
  });

  it('are not made with helpers nobody knows', () => {
    expect(() => withOwnHelpers('var other = 1;')).toThrow('no helper');
  });

  it('lack what is not installed only where it is asked for', async () => {
    const message =
      "(() => { try { return load('greeting').absent(); } catch (error) { return error.code; } })()";
    expect(await inProcess(message)).toBe('MODULE_NOT_FOUND');
  });

  it('load without a compiled form, and from it once it is there', async () => {
    expect(await fromCompiled()).toBe(false);
    await keepCompiled();
    expect(await inProcess("[packed.fromCompiled, load('greeting').words()]")).toEqual([
      true,
      'добър ден, bună ziua',
    ]);
  });

  it('do not take a compiled form that is not whole', async () => {
    await keepCompiled();
    const whole = readFileSync(compiledFile());
    const bent = Buffer.from(whole);
    bent.writeUInt8(bent.readUInt8(200) ^ 1, 200);
    for (const broken of [whole.subarray(0, whole.length / 2), bent, Buffer.alloc(0)]) {
      writeFileSync(compiledFile(), broken);
      expect(await fromCompiled()).toBe(false);
    }
  });

  it('do not take the compiled form from switches of another engine', async () => {
    await keepCompiled();
    const program = `console.log(require(${JSON.stringify(join(place(), HOME))}).fromCompiled)`;
    const { output } = await capture(pinnedNode, ['--no-opt', '--eval', program]);
    expect(output.trim()).toBe('false');
  });
});
