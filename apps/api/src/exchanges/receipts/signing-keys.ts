import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { SecretBox } from '../../platform/crypto';
import { isUuid, newId } from '../../platform/database';
import type { PublicSigningKey, SigningKey } from './receipt';
import { SigningKeyRepository, type SigningKeyRow } from './signing-key.repository';

/** What the secret half is sealed for; the key's name ties it to its row. */
export const SIGNING_KEY_PURPOSE = 'receipt-signing-key';

/** The keys receipts are signed with. The first is made when the first receipt is given. */
@Injectable()
export class SigningKeys {
  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** The key that signs now. */
  async current(): Promise<SigningKey> {
    const row = (await this.keys.current()) ?? (await this.first());
    const secret = this.box.open(SIGNING_KEY_PURPOSE, row.id, row.sealed);
    return { id: row.id, secret: createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' }) };
  }

  /** The public half of every key there ever was: receipts outlive the key that signed them. */
  async published(): Promise<readonly PublicSigningKey[]> {
    return (await this.keys.all()).map(shown);
  }

  /** The public half of one key; null when it is not ours. */
  async publicKey(id: string): Promise<PublicSigningKey | null> {
    const row = isUuid(id) ? await this.keys.find(id) : null;
    return row === null ? null : shown(row);
  }

  /** Two processes may make it at once: the table takes one, and both read that one. */
  private async first(): Promise<SigningKeyRow> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const at = this.clock.now();
    const id = newId(at.getTime());
    const sealed = this.box.seal(
      SIGNING_KEY_PURPOSE,
      id,
      privateKey.export({ format: 'der', type: 'pkcs8' }),
    );
    const { x = '' } = publicKey.export({ format: 'jwk' });
    await this.keys.add({ id, publicX: x, sealed }, at);
    const kept = await this.keys.current();
    if (kept === null) throw new Error('the signing key just made is not there');
    return kept;
  }
}

const shown = ({ id, publicX }: SigningKeyRow): PublicSigningKey => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: publicX,
  kid: id,
  use: 'sig',
  alg: 'EdDSA',
});
