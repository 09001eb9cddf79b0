import { Injectable } from '@nestjs/common';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { isUuid } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { factsOf } from '../moves/exchange-rights';
import { ExchangeRepository } from '../records/exchange.repository';
import { isSignedBy, keyIdOf, type PublicSigningKey, type SignedReceipt } from './receipt';
import { ReceiptRepository } from './receipt.repository';
import { SigningKeys } from './signing-keys';

/** What came of checking a receipt somebody holds. */
export interface Verification {
  /** `valid`; `unknownKey`: not signed by this product; `changed`: signed, but not these words. */
  readonly result: 'valid' | 'unknownKey' | 'changed';
  readonly keyId: string | null;
}

/** Reads and checks receipts. They name no person, so reading one is not audited; sight of the exchange is asked. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly exchanges: ExchangeRepository,
    private readonly receipts: ReceiptRepository,
    private readonly keys: SigningKeys,
  ) {}

  /**
   * The receipts of an exchange, oldest first.
   * @throws DomainError exchange.notFound
   */
  async of(actor: Actor, exchangeId: string): Promise<readonly SignedReceipt[]> {
    return this.acts.look(actor, async () => {
      await this.requireSight(actor, exchangeId);
      return this.receipts.of(exchangeId);
    });
  }

  /**
   * One receipt, to keep.
   * @throws DomainError exchange.notFound
   */
  async get(actor: Actor, id: string): Promise<SignedReceipt> {
    return this.acts.look(actor, async () => {
      const receipt = isUuid(id) ? await this.receipts.find(id) : null;
      await this.requireSight(actor, receipt?.receipt.exchange ?? '');
      if (receipt === null) throw new DomainError('exchange.notFound');
      return receipt;
    });
  }

  /** The public keys receipts are checked with; for everybody. */
  async publicKeys(actor: Actor): Promise<readonly PublicSigningKey[]> {
    return this.acts.look(actor, () => this.keys.published());
  }

  /** Checks a receipt somebody holds; for everybody, because it shows nothing that is not on the paper. */
  async verify(actor: Actor, signed: SignedReceipt): Promise<Verification> {
    return this.acts.look(actor, async () => {
      const keyId = keyIdOf(signed);
      const key = keyId === null ? null : await this.keys.publicKey(keyId);
      if (key === null) return { result: 'unknownKey', keyId };
      return { result: isSignedBy(signed, key) ? 'valid' : 'changed', keyId };
    });
  }

  private async requireSight(actor: Actor, exchangeId: string): Promise<void> {
    const exchange = isUuid(exchangeId) ? await this.exchanges.find(exchangeId) : null;
    if (exchange === null) {
      // Nobody learns from the difference between "sign in" and "not found" what exists.
      this.policy.require(actor, 'exchange:list');
      throw new DomainError('exchange.notFound');
    }
    this.policy.require(actor, 'exchange:view', factsOf(exchange));
  }
}
