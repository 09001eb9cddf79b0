/** Gives each id its values, in the order of the ids: what a batching loader must answer. */
export const perUnit = <T extends object>(
  ids: readonly string[],
  rows: readonly (T & { readonly unitId: string })[],
): Omit<T, 'unitId'>[][] => {
  const groups = Map.groupBy(rows, ({ unitId }) => unitId);
  return ids.map((id) => (groups.get(id) ?? []).map(({ unitId: _owner, ...value }) => value));
};
