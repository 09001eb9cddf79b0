import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** One Markdown link or image, with the line it stands on. */
interface Link {
  readonly target: string;
  readonly line: number;
}

const MARKDOWN = ['*.md', 'docs/**/*.md', 'docker/**/*.md', 'openapi/**/*.md', '{apps,libs}/*/*.md'];
const LINK = /!?\[(?:[^\]\\]|\\.)*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;
const SOURCE = /<(?:img|a)\b[^>]*?\b(?:src|href)="([^"]+)"/g;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** The text with code blocks and inline code emptied, line numbers kept. */
const withoutCode = (markdown: string): string =>
  markdown
    .replace(/^(```|~~~)[\s\S]*?^\1[ \t]*$/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));

const linksOf = (markdown: string): Link[] =>
  withoutCode(markdown)
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(LINK), ...text.matchAll(SOURCE)].map(([, target = '']) => ({
        target,
        line: index + 1,
      })),
    );

/** The anchor a heading gets on the usual code-hosting pages. */
export const headingAnchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (markdown: string): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  const text = markdown.replace(/^(```|~~~)[\s\S]*?^\1[ \t]*$/gm, '');
  const anchors = [...text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(([, heading = '']) => {
    const anchor = headingAnchor(heading);
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
  const named = [...text.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map(([, name = '']) => name);
  return new Set([...anchors, ...named]);
};

const check = async (root: string, file: string, { target }: Link): Promise<string | null> => {
  if (ELSEWHERE.test(target)) return null;
  const [location = '', anchor] = decodeURI(target).split('#');
  const absolute = location === '' ? path.join(root, file) : path.resolve(root, path.dirname(file), location);
  if (path.relative(root, absolute).startsWith('..')) return 'points outside the repository';
  if (!existsSync(absolute)) return 'points to nothing';
  if (anchor === undefined || anchor === '' || !absolute.endsWith('.md')) return null;
  return anchorsOf(await readFile(absolute, 'utf8')).has(anchor) ? null : 'names a heading that is not there';
};

/** Decisions that the index of ADRs forgets. */
const missingDecisions = async (root: string): Promise<string[]> => {
  const index = path.join(root, 'docs/adr/README.md');
  if (!existsSync(index)) return [];
  const listed = new Set(linksOf(await readFile(index, 'utf8')).map(({ target }) => target));
  return globSync('[0-9]*.md', { cwd: path.join(root, 'docs/adr') })
    .filter((name) => !listed.has(name))
    .map((name) => `docs/adr/README.md does not list ${name}`);
};

/**
 * Follows every relative link and image of the documents, anchors included; addresses elsewhere are not asked.
 * @returns one line per broken link, sorted; empty when all is well.
 */
export const checkDocLinks = async (root: string): Promise<readonly string[]> => {
  const files = globSync(MARKDOWN, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
  const problems = await Promise.all(
    files.map(async (file) => {
      const links = linksOf(await readFile(path.join(root, file), 'utf8'));
      const answers = await Promise.all(links.map((link) => check(root, file, link)));
      return links.flatMap((link, at) => {
        const answer = answers[at];
        return answer ? [`${file}:${link.line} ${link.target} ${answer}`] : [];
      });
    }),
  );
  return [...problems.flat(), ...(await missingDecisions(root))].sort();
};
