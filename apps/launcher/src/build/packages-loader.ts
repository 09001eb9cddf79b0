/** The folder, among the doors, that holds what is behind them. */
export const HOME = '.packed';
/** All packages as one file. */
export const CODE = 'packages.js';
/** How a file of compiled code ends; it begins with the mark of the code it belongs to. */
export const ENDING = '.compiled';

/** What stands before and after the packages, so that they are one function of what CommonJS gives a module. */
export const footer = {
  before:
    '(function (exports, require, module, __filename, __dirname) {' +
    'const __here = require("node:url").pathToFileURL(__filename).href;',
  after: '})',
} as const;

/** The door by which one package is found. */
export const doorTo = (name: string, loader: string): string =>
  `module.exports = require(${JSON.stringify(loader)}).load[${JSON.stringify(name)}]();\n`;

/**
 * Loads the packages. The engine's compiled form of them is taken where it is whole (it ends with its own checksum)
 * and where the engine accepts it; otherwise they are compiled as ever. It lies beside the code, under the same
 * owner, because compiled code is code.
 */
export const loaderOf = (mark: string): string => `'use strict';
// Written by the build: docs/adr/0034-packages-in-one-file.md.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { constants, Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const file = join(__dirname, ${JSON.stringify(CODE)});

const compiled = () => {
  try {
    const kept = readFileSync(join(__dirname, ${JSON.stringify(`${mark}${ENDING}`)}));
    const body = kept.subarray(0, -4);
    return crc32(body) === kept.readUInt32LE(body.length) ? body : undefined;
  } catch {
    return undefined;
  }
};

// The packages are written in ASCII only, which reads fastest and takes one byte a character.
const script = new Script(readFileSync(file, 'latin1'), {
  filename: file,
  cachedData: compiled(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext()(exports, require, module, file, __dirname);

/** Whether the compiled form was taken. */
exports.fromCompiled = script.cachedDataRejected === false;
/** What is compiled by now, in the form that is read above. */
exports.compile = () => {
  const body = script.createCachedData();
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([body, sum]);
};
`;
