/** As much of a case as tells what was done. */
interface Course<Move extends { readonly sequence: number }> {
  readonly timeline: readonly Move[];
}

/** The moves somebody made since the case on the page was read, oldest first. */
export const movesSince = <Move extends { readonly sequence: number }>(
  shown: Course<Move>,
  current: Course<Move> | null,
): readonly Move[] => {
  const last = Math.max(0, ...shown.timeline.map(({ sequence }) => sequence));
  return (current?.timeline ?? [])
    .filter(({ sequence }) => sequence > last)
    .toSorted((a, b) => a.sequence - b.sequence);
};
