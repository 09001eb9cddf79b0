import type { Catalogue } from './ro';

/** Dotted paths to every text of a nested catalogue. */
type LeafPaths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${LeafPaths<Node[Key]>}`;
}[keyof Node & string];

/** Every key a text can be asked by, such as `common.state.SENT`; a wrong key does not compile. */
export type MessageKey = LeafPaths<Catalogue>;

/** A catalogue as far as a reader of keys cares: texts, nested to any depth. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** Finds the text behind a dotted key, or null when there is none. */
export const findMessage = (tree: MessageTree, key: string): string | null => {
  let node: string | MessageTree | undefined = tree;
  for (const part of key.split('.')) {
    if (node === undefined || typeof node === 'string' || !Object.hasOwn(node, part)) return null;
    node = node[part];
  }
  return typeof node === 'string' ? node : null;
};

/** Lists every key of a tree with its text, in the order of the files. */
export const listMessages = (tree: MessageTree, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as const]
      : listMessages(value, `${prefix}${key}.`),
  );
