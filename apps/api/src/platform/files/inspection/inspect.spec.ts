import { docxOf, jpegOf, odtOf, packedPdfOf, pdfOf, pngOf, tiffOf, xlsxOf, zipOf } from '@soc-coop/testing';
import fc from 'fast-check';
import { inspectFile } from './inspect';

const codeOf = (name: string, bytes: Buffer | string): string => {
  const { finding } = inspectFile(name, Buffer.from(bytes));
  return finding === null ? 'taken' : finding.code;
};
const join = (...parts: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

const archive = zipOf([{ name: 'notes.txt', content: 'hello' }]);
const external = (type: string): string =>
  `<Relationships><Relationship Type="http://x/${type}" Target="http://evil.example/" TargetMode="External"/></Relationships>`;

/** What caseworkers attach, as it comes from scanners, cameras and office programs. */
const TAKEN: readonly (readonly [what: string, name: string, bytes: Buffer | string])[] = [
  ['a PDF', 'adeverinta.pdf', pdfOf()],
  ['a PDF saved twice', 'a.pdf', join(pdfOf(), '5 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\r\n')],
  ['a PDF with packed objects', 'a.pdf', packedPdfOf('1 0 << /Type /Font >>')],
  ['a PDF padded by a scanner', 'a.pdf', join(pdfOf(), '\0\0\0\n')],
  ['a PDF whose picture holds any bytes', 'a.pdf', pdfOf({ stream: 'PK\u0003\u0004 /JavaScript <script>' })],
  ['a PNG', 'a.png', pngOf()],
  ['a PNG with a text', 'a.PNG', pngOf({ tEXt: 'Author\0invented' })],
  ['a JPEG', 'scan.jpeg', jpegOf()],
  ['a TIFF', 'scan.tif', tiffOf()],
  ['a Word document', 'a.docx', docxOf()],
  [
    'a document with a link',
    'a.docx',
    docxOf({ name: 'word/_rels/document.xml.rels', content: external('relationships/hyperlink') }),
  ],
  ['a spreadsheet', 'a.xlsx', xlsxOf()],
  ['an OpenDocument text', 'a.odt', odtOf()],
  ['Romanian text', 'a.txt', 'Șoseaua Ștefan cel Mare, nr. 3\r\n'],
  ['Bulgarian text', 'a.txt', '\uFEFFул. „Дунав“ 12, гр. Добрич'],
  ['a table with signed numbers and a telephone', 'a.csv', 'лице;сума;тел\nИмето;-12,50;+359 88 000\n'],
];

/** Files that lie; each must be refused with its own code. */
const REFUSED: readonly (readonly [what: string, name: string, bytes: Buffer | string, code: string])[] = [
  ['a program', 'a.exe', 'MZ', 'file.typeNotAllowed'],
  ['a page', 'a.html', '<p>', 'file.typeNotAllowed'],
  ['a drawing that is a page', 'a.svg', '<svg/>', 'file.typeNotAllowed'],
  ['a document with macros by name', 'a.docm', docxOf(), 'file.typeNotAllowed'],
  ['a program called PDF', 'a.pdf', 'MZ\x90\0', 'file.typeMismatch'],
  ['a PNG called JPEG', 'a.jpg', pngOf(), 'file.typeMismatch'],
  ['a PDF called text', 'a.txt', pdfOf(), 'file.typeMismatch'],
  ['a spreadsheet called document', 'a.docx', xlsxOf(), 'file.typeMismatch'],
  ['an archive called document', 'a.docx', archive, 'file.typeMismatch'],
  ['an archive called OpenDocument', 'a.odt', docxOf(), 'file.typeMismatch'],
  ['text in an old code page', 'a.txt', Buffer.from('d1eef4e8ff', 'hex'), 'file.typeMismatch'],
  ['UTF-16', 'a.txt', Buffer.from('text', 'utf16le'), 'file.typeMismatch'],

  ['a PDF that does not begin at its first byte', 'a.pdf', join('\n', pdfOf()), 'file.polyglot'],
  ['a picture that is a PDF further down', 'a.pdf', join(jpegOf(), pdfOf()), 'file.polyglot'],
  ['a PDF with an archive behind it', 'a.pdf', join(pdfOf(), archive), 'file.polyglot'],
  ['a PDF with a page behind it', 'a.pdf', join(pdfOf(), '<html><script>'), 'file.polyglot'],
  ['the same with an end of its own', 'a.pdf', join(pdfOf(), '<html>\n%%EOF\n'), 'file.polyglot'],
  [
    'a PDF with an archive in a comment',
    'a.pdf',
    pdfOf({ objects: `% ${archive.toString('latin1')}` }),
    'file.polyglot',
  ],
  ['a PNG with an archive behind it', 'a.png', join(pngOf(), archive), 'file.polyglot'],
  [
    'a PNG with PHP in its text',
    'a.png',
    pngOf({ tEXt: 'Comment\0<?php system($_GET[0])' }),
    'file.polyglot',
  ],
  ['a PNG with a chunk nobody knows', 'a.png', pngOf({ evIl: 'x' }), 'file.polyglot'],
  ['a JPEG with an archive behind it', 'a.jpg', join(jpegOf(), archive), 'file.polyglot'],
  ['a JPEG with a script in its comment', 'a.jpg', jpegOf('*/=alert(1)/*<script>'), 'file.polyglot'],
  ['a JPEG with a PDF in its comment', 'a.jpg', jpegOf('%PDF-1.4 1 0 obj'), 'file.polyglot'],
  ['a TIFF with an archive behind it', 'a.tiff', tiffOf(archive.toString('latin1')), 'file.polyglot'],
  ['a TIFF that is a PDF', 'a.tif', tiffOf('%PDF-1.4\n%%EOF'), 'file.polyglot'],
  ['a GIF that is a Java archive', 'a.png', join('GIF89a', archive), 'file.typeMismatch'],
  ['a document with bytes before it', 'a.docx', join('PK\u0003\u0004', docxOf()), 'file.polyglot'],
  ['a document with bytes behind it', 'a.docx', join(docxOf(), 'x'), 'file.polyglot'],
  ['a document with two directories', 'a.docx', join(docxOf(), archive), 'file.polyglot'],
  [
    'a document that is a Java archive',
    'a.docx',
    docxOf({ name: 'META-INF/MANIFEST.MF', content: '' }),
    'file.polyglot',
  ],
  [
    'a document that unpacks elsewhere',
    'a.docx',
    docxOf({ name: '../../x.xml', content: '' }),
    'file.polyglot',
  ],
  [
    'a document with a name twice',
    'a.docx',
    docxOf({ name: 'WORD/document.xml', content: '' }),
    'file.polyglot',
  ],

  [
    'a PDF with JavaScript',
    'a.pdf',
    pdfOf({ objects: '5 0 obj\n<< /S /JavaScript /JS (app.alert) >>\nendobj' }),
    'file.activeContent',
  ],
  [
    'the same in hexadecimal',
    'a.pdf',
    pdfOf({ objects: '5 0 obj\n<< /S /J#61vaScr#69pt >>\nendobj' }),
    'file.activeContent',
  ],
  [
    'the same packed',
    'a.pdf',
    packedPdfOf('1 0 << /OpenAction << /S /JavaScript >> >>'),
    'file.activeContent',
  ],
  [
    'a PDF that launches a program',
    'a.pdf',
    pdfOf({ objects: '5 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj' }),
    'file.activeContent',
  ],
  [
    'a PDF with a file inside',
    'a.pdf',
    pdfOf({ objects: '5 0 obj\n<< /Type /EmbeddedFile >>\nendobj' }),
    'file.activeContent',
  ],
  [
    'a PDF with a form that is a program',
    'a.pdf',
    pdfOf({ objects: '5 0 obj\n<< /XFA 6 0 R >>\nendobj' }),
    'file.activeContent',
  ],
  [
    'a document with macros',
    'a.docx',
    docxOf({ name: 'word/vbaProject.bin', content: 'x' }),
    'file.activeContent',
  ],
  [
    'a spreadsheet with old macros',
    'a.xlsx',
    xlsxOf({ name: 'xl/macrosheets/sheet1.xml', content: '' }),
    'file.activeContent',
  ],
  [
    'a document with a file inside',
    'a.docx',
    docxOf({ name: 'word/embeddings/oleObject1.bin', content: '' }),
    'file.activeContent',
  ],
  [
    'a template from elsewhere',
    'a.docx',
    docxOf({ name: 'word/_rels/settings.xml.rels', content: external('attachedTemplate') }),
    'file.activeContent',
  ],
  [
    'an OpenDocument text with Basic',
    'a.odt',
    odtOf('<x/>', { name: 'Basic/Standard/Module1.xml', content: '' }),
    'file.activeContent',
  ],
  [
    'an OpenDocument text that listens',
    'a.odt',
    odtOf('<script:event-listener script:language="x"/>'),
    'file.activeContent',
  ],
  ['text with a script', 'a.txt', 'hello <script src=x>', 'file.activeContent'],
  ['a shell script', 'a.txt', '#!/bin/sh\nrm', 'file.activeContent'],
  ['a cell that calculates', 'a.csv', 'name;value\nx;=cmd|calc!A1\n', 'file.activeContent'],
  ['a quoted cell that calculates', 'a.csv', 'name,"=1+1"\n', 'file.activeContent'],
  ['a cell that calls', 'a.csv', '@SUM(A1)', 'file.activeContent'],

  [
    'a PDF locked by a password',
    'a.pdf',
    pdfOf({ objects: 'trailer\n<< /Encrypt 7 0 R >>' }),
    'file.unreadable',
  ],
  ['a PDF cut short', 'a.pdf', pdfOf().subarray(0, 120), 'file.unreadable'],
  ['a PNG cut short', 'a.png', pngOf().subarray(0, 50), 'file.unreadable'],
  ['a JPEG cut short', 'a.jpg', jpegOf().subarray(0, 30), 'file.unreadable'],
  ['a TIFF cut short', 'a.tif', tiffOf().subarray(0, 10), 'file.unreadable'],
  ['a document cut short', 'a.docx', docxOf().subarray(0, -30), 'file.polyglot'],
  [
    'a document locked by a password',
    'a.docx',
    docxOf({ name: 'x', content: 'x', encrypted: true }),
    'file.unreadable',
  ],
  [
    'a document that unfolds beyond measure',
    'a.docx',
    docxOf({ name: 'x', content: Buffer.alloc(9_000_000) }),
    'file.unreadable',
  ],
  ['a text of nothing', 'a.txt', ' \n', 'file.unreadable'],
];

describe('which files are taken', () => {
  it.each(TAKEN)('takes %s', (_, name, bytes) => {
    expect(codeOf(name, bytes)).toBe('taken');
  });

  it.each(REFUSED)('refuses %s', (_, name, bytes, code) => {
    expect(codeOf(name, bytes)).toBe(code);
  });

  it('gives the media type of the content, not one somebody claimed', () => {
    expect(inspectFile('a.csv', Buffer.from('a;b'))).toEqual({ mediaType: 'text/csv', finding: null });
    expect(inspectFile('a.docx', docxOf())).toMatchObject({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
  });

  it('answers to any bytes under any name, and takes no binary noise', () => {
    // TIFF points anywhere and has no end: noise behind its first page is legal.
    const names = fc.constantFrom('a.pdf', 'a.png', 'a.jpg', 'a.docx', 'a.xlsx', 'a.odt');
    const heads = fc.constantFrom(...TAKEN.map(([, , bytes]) => Buffer.from(bytes).subarray(0, 40)));
    fc.assert(
      fc.property(names, heads, fc.uint8Array({ maxLength: 300 }), (name, head, noise) => {
        expect(codeOf(name, join(head, Buffer.from(noise), '\u0001'))).not.toBe('taken');
      }),
    );
  });

  it('judges hostile repetition in the time of honest files', () => {
    // Work of this process, not the clock on the wall: a busy machine must not fail it. Squared work would take minutes.
    const before = process.cpuUsage();
    const many = (text: string): string => text.repeat(Math.floor(8_000_000 / text.length));
    expect(codeOf('a.pdf', join('%PDF-1.7\n', many('stream\n'), '%%EOF'))).toBe('taken');
    expect(codeOf('a.pdf', join('%PDF-1.7\n', many('1 obj stream\n endstream '), '%%EOF'))).toBe('taken');
    const relations = docxOf({
      name: 'a.rels',
      content: many('<Relationship ').slice(0, 7_000_000),
      stored: true,
    });
    expect(codeOf('a.docx', relations)).toBe('taken');
    expect(codeOf('a.csv', many('< ;'))).toBe('taken');
    expect(codeOf('a.jpg', join(jpegOf().subarray(0, -2), many('\xff\x00'), '\xff\xd9'))).toBe('taken');
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(8_000);
  });

  it('refuses whatever is put behind a picture or an archive', () => {
    const whole = fc.constantFrom(...TAKEN.filter(([, name]) => /png|jpeg|docx|xlsx|odt/iu.test(name)));
    fc.assert(
      fc.property(whole, fc.uint8Array({ minLength: 1, maxLength: 200 }), ([, name, bytes], tail) => {
        expect(codeOf(name, join(Buffer.from(bytes), Buffer.from(tail)))).not.toBe('taken');
      }),
    );
  });
});
