import { basename } from 'node:path';

/** How long a test file took. */
export interface FileTime {
  readonly path: string;
  readonly milliseconds: number;
}

/** The files that took longest, a line each: who finds a run long begins there. */
export function slowest(files: readonly FileTime[], count: number): string[] {
  return files
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, count)
    .map(
      ({ path, milliseconds }) =>
        `      ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${basename(path)}`,
    );
}
