import { guarded, toCsv } from './csv';

const text = (rows: readonly (readonly string[])[]): string => toCsv(rows).toString('utf8');

describe('a CSV file', () => {
  it.each(['=1+1', '+40 721', '-2', '@SUM(A1)', '\tx', '\rx'])('lets no spreadsheet run %j', (cell) => {
    expect(guarded(cell)).toBe(`'${cell}`);
  });

  it('leaves harmless texts as they are, in every script', () => {
    for (const cell of ['RO-CT-2026-000004', 'Țăndărică', 'Щерев', 'a=b', ''])
      expect(guarded(cell)).toBe(cell);
  });

  it('begins with the mark of UTF-8, parts cells by semicolons and ends rows by CR LF', () => {
    expect(text([['a', 'ș'], ['Щ']])).toBe('\ufeffa;ș\r\nЩ\r\n');
  });

  it('quotes what would part a cell or a row', () => {
    expect(text([['a;b', 'c"d', 'e\nf', '=1;"']])).toBe('\ufeff"a;b";"c""d";"e\nf";"\'=1;"""\r\n');
  });
});
