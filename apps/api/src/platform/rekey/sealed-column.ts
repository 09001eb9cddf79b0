import type { SecretBox } from '../crypto';
import type { Database } from '../database';
import type { RekeyPart } from './rekey-part';
import { SealedColumnRepository, type SealedPlace } from './sealed-column.repository';

/** A column sealed by the master key, in the context its rows were sealed in: their keys, joined by colons. */
export interface SealedColumn extends SealedPlace {
  readonly name: string;
  readonly purpose: string;
}

/**
 * The part that seals such a column anew. A row somebody else changes meanwhile was sealed by them with the current
 * key already: what was read no longer stands there, and the update passes it by.
 */
export const sealedColumn = (database: Database, box: SecretBox, column: SealedColumn): RekeyPart => {
  const rows = new SealedColumnRepository(database, column);
  return {
    name: column.name,
    pending: async () => rows.countUnder(box.currentKeyId),
    batch: async (after, size) => {
      const found = await rows.under(box.currentKeyId, after, size);
      for (const { context, sealed } of found)
        await rows.replace(context, sealed, box.reseal(column.purpose, context, sealed));
      const last = found.at(-1);
      return last === undefined ? null : { last: last.context, rows: found.length };
    },
  };
};
