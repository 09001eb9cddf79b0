import { crc32, deflateSync } from 'node:zlib';
import { zipOf, type ZipPart } from './zip-builder';

/** A small PDF; `objects` are added to its body, `stream` to its page, as they are. */
export const pdfOf = ({ objects = '', stream = 'BT ET' } = {}): Buffer =>
  Buffer.from(
    [
      '%PDF-1.7',
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>\nendobj',
      `4 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj`,
      ...(objects === '' ? [] : [objects]),
      'trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
    ].join('\n'),
    'latin1',
  );

/** A PDF whose objects are packed into a compressed stream, as office programs write them. */
export const packedPdfOf = (packed: string): Buffer => {
  const data = deflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  const objects = `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj`;
  return pdfOf({ objects });
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG of one grey point; `chunks` stand before the picture. */
export const pngOf = (chunks: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    ...Object.entries(chunks).map(([type, text]) => chunk(type, Buffer.from(text, 'latin1'))),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/** The bones of a JPEG: markers in their order, a comment, and compressed bytes with a stuffed FF. */
export const jpegOf = (comment = 'a scan'): Buffer => {
  const text = Buffer.from(comment, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    Buffer.from('fffe', 'hex'),
    length,
    text,
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.from('1234ff00abffd0cdef', 'hex'),
    Buffer.from('ffd9', 'hex'),
  ]);
};

/** The bones of a TIFF: one directory with one field. */
export const tiffOf = (tail = ''): Buffer =>
  Buffer.concat([
    Buffer.from('49492a0008000000', 'hex'),
    Buffer.from('0100000103000100000001000000', 'hex'),
    Buffer.from('00000000', 'hex'),
    Buffer.from(tail, 'latin1'),
  ]);

const typesOf = (main: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types><Override PartName="/main" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`,
});

/** A Word document; more parts may be added. */
export const docxOf = (...more: readonly ZipPart[]): Buffer =>
  zipOf([
    typesOf('wordprocessingml.document.main+xml'),
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]);

/** A spreadsheet; more parts may be added. */
export const xlsxOf = (...more: readonly ZipPart[]): Buffer =>
  zipOf([
    typesOf('spreadsheetml.sheet.main+xml'),
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ]);

/** An OpenDocument text; `content` replaces its body. */
export const odtOf = (content = '<office:document-content/>', ...more: readonly ZipPart[]): Buffer =>
  zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', content },
    ...more,
  ]);
