import { active, type Finding, firstFinding, mismatch, polyglot, unreadable } from './refusal';
import { readEntry, readZip, type ZipEntry } from './zip-directory';

/** A document unfolds to a few times its size; beyond this it is a bomb. */
const UNFOLDED_BYTES = 300_000_000;
const UNFOLDED_RATIO = 200;
/** Small parts every document has are read whole. */
const PART_BYTES = 8_000_000;
/** All lists of relations together. */
const RELATIONS_BYTES = 8_000_000;

/** Parts that are programs, or carry files of any kind, in the formats of Microsoft (ECMA-376) and OASIS. */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|vbaData|(^|\/)macrosheets\/|(^|\/)Basic\/|(^|\/)Scripts\//iu, 'document with macros'],
  [/(^|\/)activeX\//iu, 'document with controls that are programs'],
  [/(^|\/)embeddings?\/|(^|\/)Object \d+\/|oleObject/iu, 'document that carries other files'],
  [
    /\.(exe|dll|js|vbs|bat|cmd|ps1|jar|class|com|scr|hta|html?|swf|zip|rar|7z|bin\.exe)$/iu,
    'document that carries a program',
  ],
];

/** Jars are archives too: their manifest makes any archive a program. */
const JAR = /^META-INF\/MANIFEST\.MF$/iu;

/** A name that leaves the archive's own folder. */
const isEscaping = (name: string): boolean =>
  name.startsWith('/') || name.includes('\\') || name.includes('\0') || /(^|\/)\.\.(\/|$)/u.test(name);

const entriesFinding = (entries: readonly ZipEntry[], packed: number): Finding => {
  const names = entries.map(({ name }) => name);
  const unfolded = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.some(({ encrypted }) => encrypted)) return unreadable('document locked by a password');
  if (unfolded > UNFOLDED_BYTES || unfolded > packed * UNFOLDED_RATIO + 4_000_000)
    return unreadable('document that unfolds beyond measure');
  if (names.some(isEscaping)) return polyglot('archive with names that lead outside');
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length)
    return polyglot('archive that lists a name twice');
  if (names.some((name) => JAR.test(name))) return polyglot('archive that is a program');
  const found = ACTIVE.find(([pattern]) => names.some((name) => pattern.test(name)));
  return found === undefined ? null : active(found[1]);
};

const partText = (bytes: Buffer, entries: readonly ZipEntry[], name: string): string | null => {
  const entry = entries.find((one) => one.name === name);
  return entry === undefined ? null : (readEntry(bytes, entry, PART_BYTES)?.toString('utf8') ?? null);
};

const CONTENT_TYPES = '[Content_Types].xml';

/** Templates and pictures fetched from elsewhere when the document opens: the way in of remote macros. */
const externalFinding = (bytes: Buffer, entries: readonly ZipEntry[]): Finding => {
  const relations = entries.filter(({ name }) => name.endsWith('.rels'));
  if (relations.reduce((sum, { size }) => sum + size, 0) > RELATIONS_BYTES)
    return unreadable('document that unfolds beyond measure');
  for (const entry of relations) {
    const text = readEntry(bytes, entry, PART_BYTES)?.toString('utf8');
    if (text === undefined) return unreadable('document with parts that cannot be read');
    for (const [relation] of text.matchAll(/<Relationship\b[^<>]*>/giu))
      if (
        /TargetMode\s*=\s*["']External/iu.test(relation) &&
        !/Type\s*=\s*["'][^"']*\/hyperlink["']/iu.test(relation)
      )
        return active('document that fetches parts from elsewhere');
  }
  return null;
};

const openXml = (bytes: Buffer, entries: readonly ZipEntry[], main: string, part: string): Finding => {
  const types = partText(bytes, entries, CONTENT_TYPES);
  if (types === null || !entries.some(({ name }) => name === part))
    return mismatch('archive without the parts of the document its name promises');
  if (/macroEnabled|vbaProject|ms-office\.activeX/iu.test(types)) return active('document with macros');
  if (!types.includes(main)) return mismatch('document of another kind than its name promises');
  return externalFinding(bytes, entries);
};

const ODT_TYPE = 'application/vnd.oasis.opendocument.text';

/** ODF packages begin with their type, uncompressed (ODF 1.3 part 2 §3.3). */
const openDocument = (bytes: Buffer, entries: readonly ZipEntry[]): Finding => {
  const first = entries.find(({ at }) => at === 0);
  if (first?.name !== 'mimetype' || first.method !== 0 || partText(bytes, entries, 'mimetype') !== ODT_TYPE)
    return mismatch('document of another kind than its name promises');
  const content = partText(bytes, entries, 'content.xml');
  if (content === null) return unreadable('document without content');
  if (/<(script:event-listener|office:script|presentation:event-listener)\b/iu.test(content))
    return active('document with macros');
  return null;
};

/** The office formats that are archives. */
export type OfficeType = 'docx' | 'xlsx' | 'odt';

const INSIDE: Readonly<Record<OfficeType, (bytes: Buffer, entries: readonly ZipEntry[]) => Finding>> = {
  docx: (bytes, entries) =>
    openXml(bytes, entries, 'wordprocessingml.document.main+xml', 'word/document.xml'),
  xlsx: (bytes, entries) => openXml(bytes, entries, 'spreadsheetml.sheet.main+xml', 'xl/workbook.xml'),
  odt: openDocument,
};

/** Documents that are archives: exactly one archive, with the parts its name promises and none that acts. */
export const inspectOffice = (type: OfficeType, bytes: Buffer): Finding => {
  const directory = readZip(bytes);
  if ('defect' in directory) return polyglot(directory.defect);
  const { entries } = directory;
  return firstFinding(
    () => entriesFinding(entries, bytes.length),
    () => INSIDE[type](bytes, entries),
  );
};
