import writeXlsxFile from 'write-excel-file/node';

const WIDEST = 60;

/** Characters XML 1.0 cannot hold: a file with one of them would not open. */
// eslint-disable-next-line no-control-regex -- these very characters are meant
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const widthsOf = (rows: readonly (readonly string[])[]): { width: number }[] => {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.min(WIDEST, Math.max(widths[at] ?? 8, cell.length + 2));
    });
  return widths.map((width) => ({ width }));
};

/** Rows as a workbook of one sheet. Every cell is a text: nothing is calculated and no number loses its zeros. */
export const toXlsx = async (
  rows: readonly (readonly string[])[],
  { sheet, bold }: { readonly sheet: string; readonly bold: number },
): Promise<Buffer> => {
  const cells = rows.map((row, at) =>
    row.map((value) => ({
      value: value.replace(NOT_XML, ''),
      type: String,
      ...(at === bold ? { fontWeight: 'bold' as const } : {}),
    })),
  );
  return writeXlsxFile(cells, { sheet, columns: widthsOf(rows.slice(bold)) }).toBuffer();
};
