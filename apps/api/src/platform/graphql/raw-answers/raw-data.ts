import type { KeptText } from './answer-text';

/** The data of an answer as the JSON they go to the wire as; whoever does look into them gets the data themselves. */
export class RawData {
  /** What Apollo hands on as data is an object; nobody reads fields of it. */
  readonly [name: string]: unknown;

  constructor(private readonly parts: readonly KeptText[]) {}

  /** The JSON, with text before and after it, as UTF-8. */
  within(before: string, after: string): Buffer {
    return Buffer.concat([before, ...this.parts, after].map(toBytes));
  }

  /** The data, for whoever writes JSON without knowing of raw answers. */
  toJSON(): unknown {
    return JSON.parse(this.within('', '').toString('utf8'));
  }
}

const toBytes = (part: KeptText): Buffer => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part);

/**
 * Writes an answer: what is JSON already stands in it as it is, and is bytes already. Used as Apollo's
 * `stringifyResult`; the server hands on what this gives, and sends bytes as well as text.
 */
export const writeAnswer = (answer: { readonly data?: unknown }): string | Buffer => {
  const { data, ...rest } = answer;
  if (!(data instanceof RawData)) return `${JSON.stringify(answer)}\n`;
  const others = JSON.stringify(rest);
  return data.within('{"data":', others === '{}' ? '}\n' : `,${others.slice(1)}\n`);
};
