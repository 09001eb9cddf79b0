import type { CaseLook } from './look';

/** What a mark is made of: each text is another where a row of its tables was added, changed or taken away. */
const MARKS = {
  moves: 'array(select row_mark from exchange_move order by sequence)',
  messages: 'array(select row_mark from exchange_message order by kind, version)',
  // Contents and remarks are opened with it; destroying it closes them at once (docs/adr/0015).
  key: 'array(select row_mark from exchange_key)',
  person: 'array(select row_mark from subject)',
  drafts: 'array(select part || row_mark::text from exchange_draft order by part)',
  files: `array(select f.row_mark::text || ' ' || c.xmin::text
    from exchange_file f join public.exchange_file_content c on c.id = f.content_id order by f.id)`,
  dueMoves: `array(select d.xmin::text || ' ' || c.xmin::text from exchange_deadline_change d
    join calendar_change c on c.id = d.change_id where d.exchange_id = (select id from asked) order by d.id)`,
  directory: '(select epoch from directory_epoch)',
  certificates: `array(select xmin from certificate where account_id = (select officer from asked) order by id)`,
  agreements: `array(select xmin from agreement order by id),
    array(select xmin from agreement_party order by agreement_id, unit_id),
    array(select xmin from agreement_version order by id),
    array(select xmin from agreement_term order by id),
    array(select xmin from agreement_term_unit order by term_id, unit_id),
    array(select xmin from legal_basis order by code)`,
} as const;

type Mark = keyof typeof MARKS;

/** What each part of a case is read from, beside the row of the case. */
const MARKS_OF: Readonly<Record<keyof CaseLook, readonly Mark[]>> = {
  moves: ['moves'],
  remarks: ['moves', 'key'],
  messages: ['messages'],
  contents: ['messages', 'key'],
  key: ['key'],
  person: ['person'],
  drafts: ['drafts'],
  standing: ['directory', 'agreements', 'certificates'],
  citation: ['agreements'],
  files: ['files'],
  dueMoves: ['dueMoves'],
  // Whose names those are stands in all of these.
  names: ['moves', 'messages', 'drafts', 'directory'],
};

/** Tables of which a case has rows, with the columns a mark needs of each. */
const TABLES = {
  exchange_move: { of: 'moves', columns: 'sequence' },
  exchange_message: { of: 'messages', columns: 'kind, version' },
  exchange_draft: { of: 'drafts', columns: 'part' },
  exchange_key: { of: 'key', columns: 'exchange_id' },
  exchange_file: { of: 'files', columns: 'id, content_id' },
  subject: { of: 'person', columns: 'exchange_id' },
} as const satisfies Readonly<Record<string, { readonly of: Mark; readonly columns: string }>>;

const marksOf = (parts: readonly (keyof CaseLook)[]): readonly Mark[] => [
  ...new Set(parts.flatMap((part) => MARKS_OF[part])),
];

/**
 * The mark of what is read of a case: `xmin`, the transaction that wrote a row, of every row there is, as the reader's
 * policies tell them. No write can forget to raise it. Null where the case is out of reach, and within a transaction
 * that has written: it may write the same row again, under the same number. The record alone has no mark: to ask for it
 * costs no more.
 */
export const markOf = (parts: readonly (keyof CaseLook)[]): string => {
  if (parts.length === 0) return 'null';
  const marks = marksOf(parts).map((mark) => MARKS[mark]);
  return `(select concat_ws(' ', ${['e.row_mark', ...marks].join(',\n    ')})
    from exchange e where pg_current_xact_id_if_assigned() is null)`;
};

const rowsOf = (parts: readonly (keyof CaseLook)[], how: string, alone: boolean): string => {
  const marks = marksOf(parts);
  const tables = Object.entries(TABLES).filter(([, { of }]) => marks.includes(of));
  return [
    `exchange as ${how} (select *, xmin as row_mark from public.exchange where id = (select id from asked))`,
    ...tables.map(
      ([table, { columns }]) => `${table} as ${how} (select ${alone ? columns : '*'}, xmin as row_mark
        from public.${table} where exchange_id = (select id from asked))`,
    ),
  ].join(',\n  ');
};

/** The rows of one case under the names of their tables, with their marks: each table is visited once. */
export const markedRows = (parts: readonly (keyof CaseLook)[]): string =>
  rowsOf(parts, 'materialized', false);

/** As much of the same as the mark is made of. */
export const markRows = (parts: readonly (keyof CaseLook)[]): string =>
  rowsOf(parts, 'not materialized', true);
