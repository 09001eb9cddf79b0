import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../platform/crypto';
import { Database } from '../../platform/database';
import { type RekeyPart, type SealedColumn, sealedColumn } from '../../platform/rekey';
import { FILE_KEY_PURPOSE, FILE_LABEL_PURPOSE, FILE_NAME_PURPOSE } from '../attachments/file-vault';
import { DRAFT_PURPOSE } from '../records/draft.repository';
import { EXCHANGE_KEY_PURPOSE } from '../records/exchange-keys';
import { SIGNING_KEY_PURPOSE } from '../receipts';
import { SUBJECT_KEY_PURPOSE } from '../subjects/person-vault';
import { ClearWords } from './clear-words';
import { StaleIndexes } from './stale-indexes';

const COLUMNS: readonly SealedColumn[] = [
  {
    name: 'keys of exchanges',
    table: 'exchange_key',
    column: 'wrapped_key',
    key: [['exchange_id', 'uuid']],
    purpose: EXCHANGE_KEY_PURPOSE,
  },
  {
    name: 'keys of persons',
    table: 'subject',
    column: 'wrapped_key',
    key: [['id', 'uuid']],
    purpose: SUBJECT_KEY_PURPOSE,
  },
  {
    name: 'drafts',
    table: 'exchange_draft',
    column: 'sealed',
    key: [
      ['exchange_id', 'uuid'],
      ['part', 'text'],
    ],
    purpose: DRAFT_PURPOSE,
  },
  {
    name: 'keys of files',
    table: 'exchange_file_content',
    column: 'wrapped_key',
    key: [['id', 'uuid']],
    purpose: FILE_KEY_PURPOSE,
  },
  {
    name: 'names of files',
    table: 'exchange_file',
    column: 'sealed',
    key: [['id', 'uuid']],
    purpose: FILE_LABEL_PURPOSE,
  },
  {
    name: 'keys of uploads',
    table: 'exchange_upload',
    column: 'wrapped_key',
    key: [['id', 'uuid']],
    purpose: FILE_KEY_PURPOSE,
  },
  {
    name: 'names of uploads',
    table: 'exchange_upload',
    column: 'sealed_name',
    key: [['id', 'uuid']],
    purpose: FILE_NAME_PURPOSE,
  },
  {
    name: 'keys that sign receipts',
    table: 'signing_key',
    column: 'sealed',
    key: [['id', 'uuid']],
    purpose: SIGNING_KEY_PURPOSE,
  },
];

/** What depends on the master key in this room: wrapped keys, drafts, blind indexes; and words still in clear. */
@Injectable()
export class ExchangeRekey {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly words: ClearWords,
    private readonly indexes: StaleIndexes,
  ) {}

  /** The parts `rekey` works through, in this order: searches copy the hashes of numbers, so they come last. */
  parts(): readonly RekeyPart[] {
    return [
      this.words.contents(),
      this.words.notes(),
      ...COLUMNS.map((column) => sealedColumn(this.database, this.box, column)),
      this.indexes.numbers(),
      this.indexes.searches(),
    ];
  }
}
