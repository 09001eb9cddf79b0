import { masterKeys, part } from '../product';

/** The product's own box; what is sealed can be opened by nothing else. */
interface SecretBox {
  open(purpose: string, context: string, sealed: string): Buffer;
}

type NewBox = new (keys: readonly { readonly id: string; readonly key: Buffer }[]) => SecretBox;

const boxes = (): { readonly master: SecretBox; readonly of: (id: string, key: string) => SecretBox } => {
  const { SecretBox } = part<{ SecretBox: NewBox }>('./dist/platform/crypto/index.js');
  const [id = '', key = ''] = masterKeys.split(':');
  const make = (name: string, base64: string): SecretBox =>
    new SecretBox([{ id: name, key: Buffer.from(base64, 'base64') }]);
  return { master: make(id, key), of: make };
};

/** Opens what lies sealed in the database of a run, whose master key everybody knows. */
export interface Opener {
  readonly content: (exchangeId: string, wrappedKey: string, messageId: string, sealed: string) => unknown;
  readonly person: (subjectId: string, wrappedKey: string, sealed: string) => Record<string, unknown>;
  readonly label: (fileId: string, sealed: string) => { readonly name: string; readonly sha256: string };
}

/** The opener of this run. */
export const makeOpener = (): Opener => {
  const { master, of } = boxes();
  const open = (box: SecretBox, purpose: string, context: string, sealed: string): string =>
    box.open(purpose, context, sealed).toString('utf8');
  // Sealed by the product and nobody else, so the shapes are known.
  return {
    content: (exchangeId, wrappedKey, messageId, sealed) => {
      const box = of('exchange', open(master, 'exchange-key', exchangeId, wrappedKey));
      return JSON.parse(open(box, 'message-content', `${exchangeId}:${messageId}`, sealed)) as unknown;
    },
    person: (subjectId, wrappedKey, sealed) => {
      const box = of('person', open(master, 'subject-key', subjectId, wrappedKey));
      return JSON.parse(open(box, 'subject', subjectId, sealed)) as Record<string, unknown>;
    },
    label: (fileId, sealed) =>
      JSON.parse(open(master, 'file-label', fileId, sealed)) as { name: string; sha256: string },
  };
};
