/** The data of an answer as the JSON text it goes to the wire as; whoever does look into it gets the data themselves. */
export class RawData {
  /** What Apollo hands on as data is an object; nobody reads fields of it. */
  readonly [name: string]: unknown;

  constructor(readonly text: string) {}

  /** The data, for whoever writes JSON without knowing of raw answers. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Writes an answer: what is text already stands in it as it is. Used as Apollo's `stringifyResult`. */
export const stringifyAnswer = (answer: { readonly data?: unknown }): string => {
  const { data, ...rest } = answer;
  if (!(data instanceof RawData)) return `${JSON.stringify(answer)}\n`;
  const others = JSON.stringify(rest);
  return others === '{}' ? `{"data":${data.text}}\n` : `{"data":${data.text},${others.slice(1)}\n`;
};
