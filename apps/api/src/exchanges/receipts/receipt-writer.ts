import { Injectable } from '@nestjs/common';
import { UnitsService } from '../../directory';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import type { ExchangeRow } from '../records/exchange.row';
import { MessageRepository } from '../records/message.repository';
import { signReceipt } from './receipt';
import { ReceiptRepository } from './receipt.repository';
import { SigningKeys } from './signing-keys';

/** Gives the receipt of an acceptance, in the transaction of the move. */
@Injectable()
export class ReceiptWriter {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly keys: SigningKeys,
    private readonly messages: MessageRepository,
    private readonly units: UnitsService,
  ) {}

  /** Signs over the request as it stands when it is accepted. */
  async give(exchange: ExchangeRow, at: Date): Promise<void> {
    const heads = await this.messages.heads(exchange.id);
    const request = heads.filter(({ kind }) => kind === 'REQUEST').at(-1);
    const { number, replyingUnitId } = exchange;
    if (request === undefined || number === null || replyingUnitId === null)
      throw new DomainError('exchange.notFound');
    const [from, to] = await this.units.byIds([exchange.requestingUnitId, replyingUnitId]);
    const receipt = {
      format: 'soc-coop-receipt/1',
      id: newId(at.getTime()),
      exchange: exchange.id,
      number,
      type: exchange.typeCode,
      formVersion: exchange.formVersion,
      message: {
        id: request.id,
        version: request.version,
        sha256: request.contentSha256,
        sentAt: request.sentAt.toISOString(),
      },
      from: from?.code ?? '',
      to: to?.code ?? '',
      agreementClause: exchange.agreementClause,
      acceptedAt: at.toISOString(),
    } as const;
    await this.receipts.insert(signReceipt(receipt, await this.keys.current()));
  }
}
