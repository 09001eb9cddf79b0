import type { JsonObject } from '@soc-coop/forms';
import { computed, shallowRef, watch } from 'vue';
import type { ExchangeCaseFragment, PersonOfStaffFragment } from '../../../gql/graphql';
import {
  differences,
  mergeVersions,
  type Choices,
  type MergeField,
  type ThreeVersions,
} from '../merge/three-way';
import type { useAutosave } from './use-autosave';

/** A draft as the server has it, with who saved it last. */
export interface SavedVersion {
  readonly snapshot: JsonObject;
  readonly savedAt: string;
  readonly savedBy: PersonOfStaffFragment | null;
}

/** What a page with a draft tells of itself. */
export interface DraftOnPage {
  readonly fields: () => readonly MergeField[];
  readonly mine: () => JsonObject;
  /** Asks the server anew; null when it has no such draft any more. */
  readonly ask: () => Promise<{ loaded: ExchangeCaseFragment; saved: SavedVersion | null } | null>;
  /** Puts a version on the page, over what the server has now. */
  readonly put: (snapshot: JsonObject, loaded: ExchangeCaseFragment) => void;
  readonly autosave: ReturnType<typeof useAutosave>;
}

/** Two versions of one draft, as the officer has to look at them. */
export interface Conflict extends ThreeVersions {
  readonly loaded: ExchangeCaseFragment;
  readonly saved: SavedVersion;
}

/**
 * Keeps a colleague's version and one's own apart until somebody has chosen. Where only one of the two changed
 * anything there is nothing to choose, and nobody is asked.
 */
export const useConflict = (page: DraftOnPage) => {
  const conflict = shallowRef<Conflict | null>(null);
  let base: JsonObject = {};

  const take = (snapshot: JsonObject, { loaded, saved }: Pick<Conflict, 'loaded' | 'saved'>): void => {
    base = saved.snapshot;
    conflict.value = null;
    page.put(snapshot, loaded);
    page.autosave.forget();
    page.autosave.savedAt.value = saved.savedAt;
  };

  /** Compares what is here with what the server has now. */
  const catchUp = async (): Promise<void> => {
    const answer = await page.ask();
    const saved = answer?.saved ?? null;
    if (answer === null || saved === null) return;
    const { loaded } = answer;
    const versions = { base, mine: page.mine(), theirs: saved.snapshot };
    const found = differences(page.fields(), versions);
    const mineOnly = found.every(({ changedBy }) => changedBy === 'MINE');
    if (found.every(({ changedBy }) => changedBy === 'THEIRS')) take(saved.snapshot, { loaded, saved });
    else if (mineOnly) await resolve({ ...versions, loaded, saved }, allMine(found));
    else conflict.value = { ...versions, loaded, saved };
  };
  const allMine = (found: ReturnType<typeof differences>): Choices =>
    Object.fromEntries(found.map(({ id }) => [id, 'MINE' as const]));

  const resolve = async (at: Conflict, choices: Choices): Promise<void> => {
    const fields = page.fields();
    const merged = mergeVersions(fields, at, choices);
    take(merged, at);
    if (differences(fields, { base, mine: merged, theirs: at.theirs }).length === 0) return;
    page.autosave.touch();
    await page.autosave.flush();
  };

  watch(page.autosave.error, (error) => {
    if (error?.isStale) void catchUp();
  });

  return {
    conflict: computed(() => conflict.value),
    /** What both begin with: the version last read from, or written to, the server. */
    begin: (snapshot: JsonObject): void => void (base = snapshot),
    catchUp,
    choose: async (choices: Choices): Promise<void> => {
      if (conflict.value) await resolve(conflict.value, choices);
    },
  };
};
