import { splitName } from './file-name';
import { FILE_TYPES, type FileType, typeOfExtension } from './file-types';
import { inspectJpeg, inspectPng, inspectTiff } from './image-rules';
import { inspectOffice } from './office-rules';
import { inspectPdf } from './pdf-rules';
import { type Finding, mismatch } from './refusal';
import { inspectCsv, inspectText } from './text-rules';

/** What a file turned out to be, or why it is not taken. */
export type Inspection =
  { readonly mediaType: string; readonly finding: null } | { readonly finding: NonNullable<Finding> };

/** The first bytes of the formats that are taken ("magic numbers"); text has none. */
const SIGNATURES: readonly (readonly [family: Family, hex: string])[] = [
  ['pdf', '255044462d'],
  ['png', '89504e470d0a1a0a'],
  ['jpeg', 'ffd8ff'],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['zip', '504b0304'],
];
type Family = 'pdf' | 'png' | 'jpeg' | 'tiff' | 'zip' | 'none';

const FAMILY: Readonly<Record<FileType, Family>> = {
  pdf: 'pdf',
  png: 'png',
  jpeg: 'jpeg',
  tiff: 'tiff',
  docx: 'zip',
  xlsx: 'zip',
  odt: 'zip',
  text: 'none',
  csv: 'none',
};

const familyOf = (bytes: Buffer): Family =>
  SIGNATURES.find(([, hex]) => bytes.subarray(0, hex.length / 2).toString('hex') === hex)?.[0] ?? 'none';

const RULES: Readonly<Record<FileType, (bytes: Buffer) => Finding>> = {
  pdf: inspectPdf,
  png: inspectPng,
  jpeg: inspectJpeg,
  tiff: inspectTiff,
  docx: (bytes) => inspectOffice('docx', bytes),
  xlsx: (bytes) => inspectOffice('xlsx', bytes),
  odt: (bytes) => inspectOffice('odt', bytes),
  text: inspectText,
  csv: inspectCsv,
};

/** A PDF further down is a PDF to its readers: the rules of PDF say why that is refused, not those of names. */
const isShiftedPdf = (type: FileType, bytes: Buffer): boolean =>
  type === 'pdf' && bytes.subarray(0, 1024).includes('%PDF-');

/** Judges a whole file by its name and its bytes. Pure; what it lets through still waits for the scanner. */
export const inspectFile = (name: string, bytes: Buffer): Inspection => {
  const { extension } = splitName(name);
  const type = typeOfExtension(extension);
  if (type === null) return { finding: { code: 'file.typeNotAllowed', rule: 'extension' } };
  const found = familyOf(bytes);
  const finding =
    found === FAMILY[type] || isShiftedPdf(type, bytes)
      ? RULES[type](bytes)
      : mismatch('content of another kind than its name promises');
  return finding === null ? { mediaType: FILE_TYPES[type].mediaType, finding } : { finding };
};
