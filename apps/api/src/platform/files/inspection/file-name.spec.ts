import { cleanName, isDeceptive, NAME_LENGTH } from './file-name';

describe('names of files', () => {
  it.each([
    ['Adeverință 12.pdf', 'Adeverință 12.pdf'],
    ['Служебна бележка.PDF', 'Служебна бележка.pdf'],
    ['C:\\Users\\x\\scan.jpg', 'scan.jpg'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['s\u0326.pdf', 'ș.pdf'],
    ['invoice\u202Efdp.txt', 'invoicefdp.txt'],
    ['a\u200B\u0000b\n.pdf', 'ab.pdf'],
    ['  many   spaces .pdf', 'many spaces.pdf'],
    ['a<b>:"|?*.csv', 'ab.csv'],
  ])('cleans %j to %j', (given, kept) => {
    expect(cleanName(given)).toBe(kept);
  });

  it.each([
    '',
    '.pdf',
    '...',
    'no extension',
    'a.exe',
    'con.txt',
    'LPT1.pdf',
    'a.pdf.',
    '\u202E.pdf',
    '\ud800.pdf',
  ])('takes no name out of %j', (given) => {
    expect(cleanName(given)).toBeNull();
  });

  it('shortens a long name in its middle and keeps the extension', () => {
    const kept = cleanName(`${'б'.repeat(300)}1.docx`);
    expect([...(kept ?? '')]).toHaveLength(NAME_LENGTH);
    expect(kept).toMatch(/^б+…б+1\.docx$/u);
  });

  it.each(['invoice.exe.pdf', 'x.HTML.txt', 'a.js.csv', 'y.docm.pdf'])('sees through %s', (name) => {
    expect(isDeceptive(name)).toBe(true);
  });

  it.each(['Hotărâre nr. 12.2025.pdf', 'a.b.c.pdf', 'comisie.pdf'])('trusts %s', (name) => {
    expect(isDeceptive(name)).toBe(false);
  });
});
