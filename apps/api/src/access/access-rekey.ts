import { Injectable } from '@nestjs/common';
import { SecretBox } from '../platform/crypto';
import { Database } from '../platform/database';
import { type RekeyPart, sealedColumn } from '../platform/rekey';
import { SECOND_FACTOR_PURPOSE } from './second-factor/second-factor-check';

/** What the master key seals in this room: second factors, the confirmed ones and those being set up. */
@Injectable()
export class AccessRekey {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
  ) {}

  /** The parts `rekey` works through. */
  parts(): readonly RekeyPart[] {
    const place = {
      table: 'second_factor',
      key: [['account_id', 'uuid']],
      purpose: SECOND_FACTOR_PURPOSE,
    } as const;
    return [
      sealedColumn(this.database, this.box, { ...place, name: 'second factors', column: 'sealed_secret' }),
      sealedColumn(this.database, this.box, {
        ...place,
        name: 'second factors begun',
        column: 'sealed_pending',
      }),
    ];
  }
}
