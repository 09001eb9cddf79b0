import { canonicalJson } from '@soc-coop/domain';
import type { DescribedValue } from '@soc-coop/forms';
import type { DescribedFields } from './shown-differences';

/** A field as it was sent and as it is corrected; null where nothing was written. */
export interface ComparedRow {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  readonly before: DescribedValue | null;
  readonly after: DescribedValue | null;
  readonly changed: boolean;
}

/**
 * Two versions line by line, in the order the ids are given: every field at least one of them shows, and whether it
 * says something else. What neither has filled in is left out.
 */
export const comparedRows = (
  ids: readonly string[],
  before: DescribedFields,
  after: DescribedFields,
): readonly ComparedRow[] =>
  ids.flatMap((id): readonly ComparedRow[] => {
    const [was, is] = [before.get(id), after.get(id)];
    const named = is ?? was;
    if (named === undefined) return [];
    const [old, now] = [was?.value ?? null, is?.value ?? null];
    if (old === null && now === null) return [];
    const { section, label } = named;
    return [
      { id, section, label, before: old, after: now, changed: canonicalJson(old) !== canonicalJson(now) },
    ];
  });
