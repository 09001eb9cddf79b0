import { Injectable } from '@nestjs/common';
import { Policy } from '../../access';
import { type Actor, actorUnit } from '../../platform/context';
import { factsOf } from '../moves/exchange-rights';
import { ExchangeRepository } from '../records/exchange.repository';
import type { ScannedFileRow } from './file.row';
import { FileRepository } from './file.repository';
import { FileVault } from './file-vault';

/** A file as its viewer may see it; the name is null for those who see no persons. */
export interface SeenFile extends Omit<ScannedFileRow, 'sealed'> {
  readonly name: string | null;
  readonly sha256: string;
}

/** The files of one case. */
export interface FilesOfCase {
  /** Of its messages, each message's in the order they were added. */
  readonly sent: readonly SeenFile[];
  /** Of what the reader's unit is writing; none for those who see no persons. */
  readonly drafted: readonly SeenFile[];
}

/** Reads the files of cases; the caller owns the transaction. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly policy: Policy,
    private readonly exchanges: ExchangeRepository,
    private readonly files: FileRepository,
    private readonly vault: FileVault,
  ) {}

  /** The files of messages within reach. */
  async ofMessages(actor: Actor, messageIds: readonly string[]): Promise<readonly SeenFile[]> {
    const rows = await this.files.ofMessages(messageIds);
    const named = await this.whereNamed(actor, rows);
    return rows.map((row) => this.seen(row, named.has(row.exchangeId)));
  }

  /** The files of the own unit's drafts; nobody else's, and none for those who see no persons. */
  async inDrafts(actor: Actor, exchangeIds: readonly string[]): Promise<readonly SeenFile[]> {
    const unitId = actorUnit(actor);
    if (unitId === null) return [];
    const rows = await this.files.inDrafts(exchangeIds, unitId);
    const named = await this.whereNamed(actor, rows);
    return rows.filter((row) => named.has(row.exchangeId)).map((row) => this.seen(row, true));
  }

  /** Both for one exchange whose reader is known: for pages, which read it along with the rest. */
  async ofCase(actor: Actor, exchangeId: string, persons: boolean): Promise<FilesOfCase> {
    const unitId = actorUnit(actor);
    const rows = await this.files.ofExchange(exchangeId);
    const drafted = rows.filter((row) => row.messageId === null && row.unitId === unitId && persons);
    return {
      sent: rows.filter(({ messageId }) => messageId !== null).map((row) => this.seen(row, persons)),
      drafted: drafted.map((row) => this.seen(row, true)),
    };
  }

  /** The exchanges whose persons the actor may see. */
  private async whereNamed(actor: Actor, rows: readonly ScannedFileRow[]): Promise<ReadonlySet<string>> {
    if (rows.length === 0) return new Set();
    const ids = [...new Set(rows.map(({ exchangeId }) => exchangeId))];
    const exchanges = await this.exchanges.findMany(ids);
    const may = exchanges.filter((row) => this.policy.may(actor, 'exchange:viewPersons', factsOf(row)));
    return new Set(may.map(({ id }) => id));
  }

  private seen({ sealed, ...row }: ScannedFileRow, named: boolean): SeenFile {
    const { name, sha256 } = this.vault.openLabel(row.id, sealed);
    return { ...row, sha256, name: named ? name : null };
  }
}
