/** Gives each id its values, in the order of the ids: what a batching loader must answer. */
export const perUnit = <T, V>(
  ids: readonly string[],
  values: readonly (T & { readonly unitId: string })[],
  toValue: (value: T) => V,
): V[][] => {
  const groups = Map.groupBy(values, ({ unitId }) => unitId);
  return ids.map((id) => (groups.get(id) ?? []).map(toValue));
};
