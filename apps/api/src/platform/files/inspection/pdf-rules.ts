import { inflateSync } from 'node:zlib';
import { active, type Finding, firstFinding, polyglot, unreadable } from './refusal';

/** Most bytes the packed objects of a PDF may unfold to, all together; more is a bomb. */
const UNFOLDED_BYTES = 64_000_000;
/** How far before its bytes a stream's dictionary may begin; searching is never longer than this. */
const DICTIONARY_BYTES = 65_536;
/** What readers allow behind the end mark: line ends, and the padding of some scanners. */
const ONLY_BLANK = /^[\s\0]*$/u;

/**
 * Names of the PDF format (ISO 32000-2) that make a document act: scripts, launched programs, carried files, forms
 * that are programs (XFA), films, and sending data away.
 */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/\/(JavaScript|JS)\b/u, 'PDF with JavaScript'],
  [/\/Launch\b/u, 'PDF that launches a program'],
  [/\/(EmbeddedFiles?|FileAttachment|AF)\b/u, 'PDF that carries files'],
  [/\/(SubmitForm|ImportData|GoToE|GoToR)\b/u, 'PDF that reaches outside itself'],
  [/\/XFA\b/u, 'PDF with a form that is a program'],
  [/\/(RichMedia|Movie|Sound|3D|Rendition)\b/u, 'PDF with films or sounds'],
];

/** Names may be written with hexadecimal escapes: `/J#61vaScript` is `/JavaScript` (ISO 32000-2 §7.3.5). */
const unescapeNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

interface PdfStream {
  readonly dictionary: string;
  readonly data: Buffer;
}

const STREAM_END = 'endstream';

/** Every stream with the dictionary before it, and the text between them; one walk, whatever the bytes are. */
const partsOf = (bytes: Buffer, text: string): { streams: readonly PdfStream[]; outside: string } => {
  const streams: PdfStream[] = [];
  const outside: string[] = [];
  const start = /stream\r?\n/gu;
  let from = 0;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    if (text.startsWith('end', found.index - 3)) continue;
    const data = found.index + found[0].length;
    const end = text.indexOf(STREAM_END, data);
    if (end === -1) break;
    const before = text.slice(Math.max(from, found.index - DICTIONARY_BYTES), found.index);
    const dictionary = unescapeNames(before.slice(Math.max(0, before.lastIndexOf('obj'))));
    streams.push({ dictionary, data: bytes.subarray(data, end) });
    outside.push(text.slice(from, found.index));
    from = end;
    start.lastIndex = end + STREAM_END.length;
  }
  return { streams, outside: [...outside, text.slice(from)].join(' ') };
};

const inflate = (data: Buffer, most: number): Buffer | null => {
  try {
    return inflateSync(data, { maxOutputLength: most });
  } catch {
    // Damaged, or larger than the rest of the measure: neither can be looked into.
    return null;
  }
};

const actsIn = (text: string): Finding => {
  const plain = unescapeNames(text);
  const found = ACTIVE.find(([pattern]) => pattern.test(plain));
  return found === undefined ? null : active(found[1]);
};

/** Objects may be packed into compressed streams: they are unfolded and read like the rest. */
const actsInPackedObjects = (streams: readonly PdfStream[]): Finding => {
  let left = UNFOLDED_BYTES;
  for (const { dictionary, data } of streams) {
    if (!/\/ObjStm\b/u.test(dictionary)) continue;
    // Filters other than Flate are legal here and never seen; what cannot be read is not taken.
    const unfolded = /\/Filter/u.test(dictionary) ? inflate(data, Math.max(1, left)) : data;
    if (unfolded === null) return unreadable('PDF with objects that cannot be unfolded');
    left -= unfolded.length;
    const finding = actsIn(unfolded.toString('latin1'));
    if (finding !== null) return finding;
  }
  return null;
};

const headerFinding = (text: string): Finding =>
  /^%PDF-[12]\.\d/u.test(text) ? null : polyglot('PDF whose first byte is not its own');

/** A PDF ends with its mark; readers forgive what follows, and that is where archives and pages hide. */
const tailFinding = (text: string): Finding => {
  const end = text.lastIndexOf('%%EOF');
  if (end === -1) return unreadable('PDF without its end');
  return ONLY_BLANK.test(text.slice(end + '%%EOF'.length)) ? null : polyglot('bytes behind the end of a PDF');
};

/** The first bytes of an archive's entry, and of the end of its directory. */
const ARCHIVE_MARKS = ['PK\u0003\u0004', 'PK\u0005\u0006'];

/** An archive's directory stands at its end: a comment of a PDF can hold it whole. */
const archiveFinding = (outside: string): Finding => {
  if (ARCHIVE_MARKS.some((mark) => outside.includes(mark))) return polyglot('archive inside a PDF');
  if (/<\s*(script|html)[\s>]|<\?php/iu.test(outside)) return polyglot('page or script inside a PDF');
  return null;
};

const encryptedFinding = (outside: string): Finding =>
  /\/Encrypt\b/u.test(unescapeNames(outside)) ? unreadable('PDF locked by a password') : null;

/** PDF: its own from the first byte to the last, readable, and nothing in it that acts. */
export const inspectPdf = (bytes: Buffer): Finding => {
  // Latin-1 keeps one character per byte. Chance writes any word into streams, so the rest is read without them.
  const text = bytes.toString('latin1');
  const { streams, outside } = partsOf(bytes, text);
  return firstFinding(
    () => headerFinding(text),
    () => tailFinding(text),
    () => encryptedFinding(outside),
    () => archiveFinding(outside),
    () => actsIn(outside),
    () => actsInPackedObjects(streams),
  );
};
