import type { Trilingual } from '@soc-coop/contracts';

/** A value PostgreSQL's `jsonb_to_recordset` can read. */
export type Row = Readonly<Record<string, unknown>>;

/** The three columns of a text, e.g. `name_ro`, `name_bg`, `name_en`. */
export const textColumns = (column: string, { ro, bg, en }: Trilingual): Row => ({
  [`${column}_ro`]: ro,
  [`${column}_bg`]: bg,
  [`${column}_en`]: en,
});
