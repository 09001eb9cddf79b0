import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue';
import { draftNews } from '../../../shared/live/changes';
import { useChanges } from '../../../shared/live/changes-store';

/** Hears when a colleague saves the draft that is open here. */
export const useColleague = (id: MaybeRefOrGetter<string>) => {
  const changes = useChanges();
  const readAt = ref(Date.now());
  return {
    /** When it was saved elsewhere since it was read here; null while it was not. */
    savedAt: computed(() => draftNews(changes.heard, toValue(id), readAt.value)),
    /** What is here now is what the server has. */
    read: (): void => void (readAt.value = Date.now()),
  };
};
