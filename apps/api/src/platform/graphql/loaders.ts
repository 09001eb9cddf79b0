import DataLoader from 'dataloader';
import type { GraphqlContext } from './graphql.options';

/**
 * The request's loader of a kind, made on first use. Loaders live in the GraphQL context: providers of request
 * scope would be made again for every child.
 * @param load gives one value per key, in the order of the keys.
 */
export const loaderOf = <K, V>(
  context: GraphqlContext,
  kind: symbol,
  load: (keys: readonly K[]) => Promise<readonly V[]>,
): DataLoader<K, V> => {
  const known = context.loaders.get(kind);
  // The symbol is private to the module that made the loader, so the stored loader is of its type.
  if (known !== undefined) return known as DataLoader<K, V>;
  const loader = new DataLoader<K, V>(load);
  context.loaders.set(kind, loader);
  return loader;
};
