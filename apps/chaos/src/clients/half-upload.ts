import { createHash, randomUUID } from 'node:crypto';
import type { HistoryLog } from '../history/log';
import type { Officer } from './officer';
import { begin, sendPart, standing } from './tus';

const FAULTLESS = { hangUpAfterMs: null, stallsForMs: 0 };

/** An upload somebody left half done, to come back to it later. */
export class HalfUpload {
  private readonly key = randomUUID();
  private readonly bytes = Buffer.from(`${this.key}\n`.repeat(200), 'utf8');
  private readonly half = this.bytes.length / 2;
  private path = '';

  constructor(
    private readonly officer: Officer,
    private readonly exchange: string,
    private readonly log: HistoryLog,
  ) {}

  /** Sends the first half. */
  async begin(): Promise<void> {
    const { key, exchange, officer, bytes } = this;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.log.add({ type: 'attach', key, session: officer.name, exchange, sha256 });
    const begun = await begin(officer, { exchange, part: 'REQUEST', name: `dovada-${key}.txt`, bytes });
    if (begun.kind !== 'ok') throw new Error(`the upload was not begun: ${JSON.stringify(begun)}`);
    this.path = begun.path;
    await sendPart(officer, this.path, 0, bytes.subarray(0, this.half), FAULTLESS);
  }

  /** Comes back to it; true where it stands where it was left, and the rest makes it a file. */
  async finish(): Promise<boolean> {
    let now = await standing(this.officer, this.path);
    if (now.kind === 'unknown' && now.signIn) {
      await this.officer.signIn();
      now = await standing(this.officer, this.path);
    }
    if (now.kind !== 'ok' || now.offset !== this.half) return false;
    const sent = await sendPart(
      this.officer,
      this.path,
      this.half,
      this.bytes.subarray(this.half),
      FAULTLESS,
    );
    if (sent.kind !== 'ok' || sent.file === null) return false;
    this.log.add({ type: 'attached', key: this.key, file: sent.file });
    return true;
  }
}
