import { join } from 'node:path';
import { pinnedNode, root } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';

const dist = join(root, 'apps/api/dist');

/** Loads the built application and every package it may ask for later, and says where each came from. */
const LOADS = `
const { createRequire } = require('node:module');
const { dirname, relative } = require('node:path');
const load = createRequire(${JSON.stringify(join(dist, 'main.js'))});
const same = (one, other) => one === other || Object.keys(one).every((key) => one[key] === other[key]);
(async () => {
  for (const part of ['./create-app', './commands/serve', './commands/worker', './commands/migrate', './commands/seed'])
    load(part);
  const packed = load('./node_modules/.packed');
  const names = Object.keys(packed.load);
  const failed = names.filter((name) => {
    try { return !same(load(name), packed.load[name]()); } catch { return true; }
  });
  const outside = Object.keys(require.cache).flatMap((path) => /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(path)?.[1] ?? []);
  const { S3Client } = await import(load.resolve('@aws-sdk/client-s3'));
  console.log(JSON.stringify({
    fromCompiled: packed.fromCompiled,
    names: names.length,
    failed,
    outside: [...new Set(outside)].filter((name) => name !== '.packed' && !names.some((one) => one.startsWith(name))),
    loose: [typeof load('@node-rs/argon2').hash, typeof S3Client, relative(dirname(load.resolve('swagger-ui-dist/package.json')), load.resolve('swagger-ui-dist/swagger-ui.css'))],
  }));
})();
`;

interface Loaded {
  readonly fromCompiled: boolean;
  readonly names: number;
  readonly failed: readonly string[];
  readonly outside: readonly string[];
  readonly loose: readonly string[];
}

describe('the built API with its packages in one file', () => {
  let loaded: Loaded;

  beforeAll(async () => {
    const { code, output } = await capture(pinnedNode, ['--eval', LOADS], { cwd: root });
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    loaded = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Loaded;
  });

  it('takes what was compiled when it was built', () => {
    expect(loaded.fromCompiled).toBe(true);
  });

  it('loads every package it may ask for later', () => {
    expect(loaded.names).toBeGreaterThan(30);
    expect(loaded.failed).toEqual([]);
  });

  it('has one copy of each: nothing but native code comes from elsewhere', () => {
    expect(loaded.outside.filter((name) => !name.startsWith('@node-rs/argon2'))).toEqual([]);
  });

  it('finds what stays outside: native code, a client of other stores, a folder that is served', () => {
    expect(loaded.loose).toEqual(['function', 'function', 'swagger-ui.css']);
  });
});
