import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** One trilingual term of libs/reference. */
interface Term {
  readonly key: string;
  readonly category: string;
  readonly labels: { readonly ro: string; readonly bg: string; readonly en: string };
  readonly doubtful: boolean;
  readonly doubt?: string;
}

const DATA = 'libs/reference/data/glossary.json';
const PAGE = 'docs/glossary.md';
const BEGIN = '<!-- terms: written by apps/launcher/src/gates/write-glossary.ts, do not edit below -->';
const END = '<!-- /terms -->';

/** Headings in the order a newcomer meets the words. */
const HEADINGS: Readonly<Record<string, string>> = {
  domain: 'The field',
  exchange: 'The exchange',
  status: 'States',
  action: 'Actions',
  agreement: 'The agreement',
  training: 'Trainings',
  person: 'The person an exchange is about',
  role: 'Roles',
  form: 'Forms',
  nav: 'Navigation',
  message: 'Messages',
  audit: 'Audit',
  gdpr: 'Data protection',
  language: 'Languages',
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

const row = ({ key, labels, doubtful, doubt }: Term): string => {
  const mark = doubtful ? cell(doubt ?? 'doubtful') : '';
  return `| ${cell(labels.en)} | ${cell(labels.ro)} | ${cell(labels.bg)} | \`${key}\` | ${mark} |`;
};

/**
 * The generated part of the glossary.
 * @throws Error for a category without a heading: a new group of words needs a name.
 */
export const renderTerms = (terms: readonly Term[]): string => {
  const groups = Map.groupBy(terms, ({ category }) => category);
  const nameless = [...groups.keys()].filter((category) => HEADINGS[category] === undefined);
  if (nameless.length > 0) throw new Error(`glossary: no heading for ${nameless.join(', ')}`);
  const sections = Object.entries(HEADINGS).flatMap(([category, heading]) => {
    const rows = groups.get(category) ?? [];
    if (rows.length === 0) return [];
    const head =
      '| English | Română | Български | Key | Open to correction because |\n| --- | --- | --- | --- | --- |';
    return [`### ${heading}\n\n${head}\n${rows.map(row).join('\n')}`];
  });
  const doubtful = terms.filter((term) => term.doubtful).length;
  const summary = `${terms.length} terms, ${doubtful} of them doubtful; none read by a native caseworker yet.`;
  return `${BEGIN}\n\n${summary}\n\n${sections.join('\n\n')}\n\n${END}`;
};

const readTerms = async (root: string): Promise<readonly Term[]> => {
  const data = JSON.parse(await readFile(path.join(root, DATA), 'utf8')) as { terms: Term[] };
  return data.terms;
};

const replaceTerms = (page: string, terms: string): string => {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${PAGE} has lost its marks: ${BEGIN} … ${END}`);
  return page.slice(0, begin) + terms + page.slice(end + END.length);
};

const wanted = async (root: string): Promise<{ page: string; next: string }> => {
  const page = await readFile(path.join(root, PAGE), 'utf8');
  return { page, next: replaceTerms(page, renderTerms(await readTerms(root))) };
};

/** Writes the terms of libs/reference into docs/glossary.md; the part written by hand stays. */
export const writeGlossary = async (root: string): Promise<void> => {
  const { next } = await wanted(root);
  await writeFile(path.join(root, PAGE), next);
};

/** Says when docs/glossary.md and the data have drifted apart. */
export const checkGlossary = async (root: string): Promise<readonly string[]> => {
  if (!existsSync(path.join(root, DATA))) return [`${DATA} is missing`];
  const { page, next } = await wanted(root);
  return page === next ? [] : [`${PAGE} differs from ${DATA}: run pnpm docs:glossary`];
};
