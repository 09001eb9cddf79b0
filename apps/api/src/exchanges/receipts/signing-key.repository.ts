import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

/** A signing key at rest: the public half in clear, the secret half sealed by the master key. */
export interface SigningKeyRow {
  readonly id: string;
  readonly publicX: string;
  readonly sealed: string;
}

const COLUMNS = 'id, public_x as "publicX", sealed';

/** Keeps the keys receipts are signed with; a retired key stays, because its signatures stay. */
@Injectable()
export class SigningKeyRepository {
  constructor(private readonly database: Database) {}

  /** The key in use, if there is one yet. */
  async current(): Promise<SigningKeyRow | null> {
    return this.database.one<SigningKeyRow>(
      `select ${COLUMNS} from signing_key where retired_at is null`,
      [],
    );
  }

  /** Every key there ever was, the newest first. */
  async all(): Promise<SigningKeyRow[]> {
    return this.database.query<SigningKeyRow>(
      `select ${COLUMNS} from signing_key order by created_at desc, id`,
    );
  }

  /** One key by its name. */
  async find(id: string): Promise<SigningKeyRow | null> {
    return this.database.one<SigningKeyRow>(`select ${COLUMNS} from signing_key where id = $1`, [id]);
  }

  /** Adds the key in use; does nothing where another process was first. */
  async add({ id, publicX, sealed }: SigningKeyRow, at: Date): Promise<void> {
    await this.database.execute(
      `insert into signing_key (id, public_x, sealed, created_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [id, publicX, sealed, at],
    );
  }
}
