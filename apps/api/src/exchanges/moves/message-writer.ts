import { Injectable } from '@nestjs/common';
import type { Completeness, ExchangeSide, QualityMark } from '@soc-coop/contracts';
import type { StaffActor } from '../../platform/context';
import type { ExchangeRow } from '../records/exchange.row';
import type { DraftOfUnit } from '../attachments/file.repository';
import { MessageFiles } from '../attachments/message-files';
import type { DraftPart } from '../records/draft';
import { messageHash } from '../records/message-hash';
import { MessageRepository } from '../records/message.repository';

/** A content about to be sent. */
export interface OutgoingMessage {
  readonly id: string;
  readonly exchange: ExchangeRow & { readonly number: string | null };
  /** Who wrote it, for which unit and in which language. */
  readonly officer: Pick<StaffActor, 'accountId' | 'unitId' | 'locale'>;
  readonly kind: 'REQUEST' | 'ANSWER';
  /** The draft whose files go with it, where that is not the one of its kind: a correction. */
  readonly part?: DraftPart;
  readonly side: ExchangeSide;
  readonly toUnitId: string;
  readonly content: Record<string, unknown>;
  readonly subject: unknown;
  readonly quality: { readonly completeness: Completeness; readonly qualityMark: QualityMark } | null;
  readonly at: Date;
}

/** Writes messages: the next version of their kind, with the hash both sides can recompute. */
@Injectable()
export class MessageWriter {
  constructor(
    private readonly messages: MessageRepository,
    private readonly files: MessageFiles,
  ) {}

  /** Whether files wait in a draft: a version may say the same words and bring another document. */
  async hasFiles(draft: DraftOfUnit): Promise<boolean> {
    return (await this.files.outgoing(draft)).ids.length > 0;
  }

  /** Adds the message; from here on it is immutable. */
  async write(message: OutgoingMessage): Promise<void> {
    const { exchange, officer, kind, at, quality } = message;
    const earlier = await this.messages.heads(exchange.id);
    const version = earlier.filter((known) => known.kind === kind).length + 1;
    const part = message.part ?? kind;
    const files = await this.files.outgoing({ exchangeId: exchange.id, part, unitId: officer.unitId });
    const completeness = quality?.completeness ?? null;
    const qualityMark = quality?.qualityMark ?? null;
    const contentSha256 = messageHash({
      exchange: exchange.number ?? exchange.id,
      type: exchange.typeCode,
      formVersion: exchange.formVersion,
      kind,
      version,
      from: officer.unitId,
      to: message.toUnitId,
      language: officer.locale,
      subject: message.subject,
      content: message.content,
      completeness,
      qualityMark,
      sentAt: at.toISOString(),
      ...(files.listed.length === 0 ? {} : { files: files.listed }),
    });
    await this.messages.insert({
      id: message.id,
      exchangeId: exchange.id,
      kind,
      version,
      side: message.side,
      authorId: officer.accountId,
      authorUnitId: officer.unitId,
      language: officer.locale,
      content: message.content,
      contentSha256,
      completeness,
      qualityMark,
      sentAt: at,
    });
    await this.files.send(files, message.id);
  }
}
