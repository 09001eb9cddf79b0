import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../platform/crypto';
import { ExchangeKeyRepository } from './exchange-key.repository';

const KEY_BYTES = 32;
/** What the master key wraps; `rekey` wraps the same keys anew. */
export const EXCHANGE_KEY_PURPOSE = 'exchange-key';

/** The box of one exchange: its own key, and the exchange as part of every context. */
export class ExchangeBox {
  private readonly box: SecretBox;

  constructor(
    private readonly exchangeId: string,
    key: Buffer,
  ) {
    this.box = new SecretBox([{ id: 'exchange', key }]);
  }

  /** Seals a text of the exchange; moved to another row or another exchange it does not open. */
  seal(purpose: string, id: string, text: string): string {
    return this.box.seal(purpose, `${this.exchangeId}:${id}`, text);
  }

  /** Opens one. */
  open(purpose: string, id: string, sealed: string): string {
    return this.box.open(purpose, `${this.exchangeId}:${id}`, sealed).toString('utf8');
  }
}

/**
 * Keeps the data key of each exchange, wrapped by the master key. What was said in an exchange is sealed with it:
 * destroying one wrapped key makes the words of that exchange unreadable (docs/adr/0015).
 */
@Injectable()
export class ExchangeKeys {
  constructor(
    private readonly keys: ExchangeKeyRepository,
    private readonly box: SecretBox,
  ) {}

  /** The box to seal with; the key is drawn when the first words of the exchange are sealed. */
  async forWriting(exchangeId: string): Promise<ExchangeBox> {
    const known = await this.keys.find(exchangeId);
    if (known !== null) return this.unwrap(exchangeId, known);
    const key = randomBytes(KEY_BYTES).toString('base64');
    const kept = await this.keys.keep(exchangeId, this.box.seal(EXCHANGE_KEY_PURPOSE, exchangeId, key));
    return this.unwrap(exchangeId, kept);
  }

  /** The box of a wrapped key that was read along with the rows. */
  unwrap(exchangeId: string, wrappedKey: string): ExchangeBox {
    const key = this.box.open(EXCHANGE_KEY_PURPOSE, exchangeId, wrappedKey).toString('utf8');
    return new ExchangeBox(exchangeId, Buffer.from(key, 'base64'));
  }

  /** The boxes of wrapped keys that were read along with many rows: the rows of an exchange share one, opened once. */
  opener(exchangeId: string): (wrappedKey: string) => ExchangeBox {
    const boxes = new Map<string, ExchangeBox>();
    return (wrappedKey) => {
      const box = boxes.get(wrappedKey) ?? this.unwrap(exchangeId, wrappedKey);
      boxes.set(wrappedKey, box);
      return box;
    };
  }
}
