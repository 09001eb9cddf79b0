/** A part of an answer that was written once: text, and from some length on the bytes it goes to the wire as. */
export type KeptText = string | Buffer;

/** From here on, encoding a text again costs more than carrying its bytes apart. */
const WORTH_BYTES = 512;

/**
 * JSON text while it is being written. Parts that were kept from earlier answers come in as bytes: they are neither
 * joined to a long text nor encoded again.
 */
export class AnswerText {
  private readonly done: Buffer[] = [];
  private open = '';

  /** Writes on. */
  add(text: string): void {
    this.open += text;
  }

  /** Writes on with a part that was kept. */
  addKept(kept: KeptText): void {
    if (typeof kept === 'string') this.open += kept;
    else {
      this.close();
      this.done.push(kept);
    }
  }

  /** What is written so far, in the form it is best kept in. */
  kept(): KeptText {
    return this.done.length === 0 && this.open.length < WORTH_BYTES ? this.open : this.bytes();
  }

  /** What is written so far, as UTF-8. */
  bytes(): Buffer {
    this.close();
    const [only] = this.done;
    return this.done.length === 1 && only !== undefined ? only : Buffer.concat(this.done);
  }

  private close(): void {
    if (this.open === '') return;
    this.done.push(Buffer.from(this.open, 'utf8'));
    this.open = '';
  }
}
