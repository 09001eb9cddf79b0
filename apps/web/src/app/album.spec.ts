import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteRecordRaw } from 'vue-router';
import { FEATURES } from './features';
import { STATIC_ROUTES } from './static-routes';

// The menu's words and the bell need a browser's packages; the routes do not.
jest.mock('../features/notices/composables/use-notices', () => ({}));
jest.mock('../features/notices/composables/use-notice-text', () => ({}));

const folder = join(__dirname, '..', '..', '..', '..', 'docs', 'screens');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
/** Each picture of the documentation, with the page that it shows. */
const album = JSON.parse(read('album.json')) as Readonly<Record<string, string>>;
const routes: readonly RouteRecordRaw[] = [
  ...FEATURES.flatMap((feature) => feature.routes),
  ...STATIC_ROUTES,
];
const filesOf = (picture: string): string[] =>
  ['ro', 'bg'].flatMap((language) => [`${picture}-${language}.webp`, `${picture}-${language}-390.webp`]);

describe('the pictures of the documentation', () => {
  it('show every page of the router, and nothing that is none', () => {
    const pages = routes.map(({ name }) => String(name)).sort();
    expect([...new Set(Object.values(album))].sort()).toEqual(pages);
  });

  it('are there in Romanian and in Bulgarian, wide and narrow', () => {
    const files = Object.keys(album).flatMap(filesOf);
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    const strays = readdirSync(folder).filter((file) => file.endsWith('.webp') && !files.includes(file));
    expect(strays).toEqual([]);
  });

  it('are all found in the page that lists them', () => {
    const page = read('README.md');
    const unlisted = Object.keys(album)
      .flatMap(filesOf)
      .filter((file) => !page.includes(`(${file})`));
    expect(unlisted).toEqual([]);
  });
});
