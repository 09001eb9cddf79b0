import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { SaveExchangeDraftDocument, type ExchangeCaseFragment } from '../../../gql/graphql';
import { createKeyRing } from '../../../shared/acts/key-ring';
import { request } from '../../../shared/graphql/request';
import { draftInput, draftSnapshot, draftValues, fromSnapshot, type DraftValues } from '../draft-values';
import { readDefinition } from '../form-definition';
import { today } from '../person-draft';
import { useAutosave } from './use-autosave';
import { useColleague } from './use-colleague';
import { useDraftActs } from './use-draft-acts';
import { useExchange } from './use-exchange';
import { useDraftVersions } from './use-draft-versions';

/** The draft of a request as the server has it. */
const savedIn = (loaded: ExchangeCaseFragment | null) => {
  if (loaded === null) return null;
  const { draft } = loaded;
  const saved = draft && {
    snapshot: draftSnapshot(draftValues(loaded)),
    savedAt: draft.savedAt,
    savedBy: draft.savedBy ?? null,
  };
  return { loaded, saved: saved ?? null };
};

/** A request being written: its values, saved at pauses, and the acts that end it. */
export const useDraft = (id: MaybeRefOrGetter<string>) => {
  const { exchange, isPending, error, refetch } = useExchange(id);
  const keys = createKeyRing();
  const colleague = useColleague(id);
  const values = shallowRef<DraftValues | null>(null);
  let version = 0;

  const autosave = useAutosave(async () => {
    const written = values.value;
    const input = { id: toValue(id), version, ...(written && draftInput(written)) };
    const { saveExchangeDraft } = await request(SaveExchangeDraftDocument, {
      input: { ...input, idempotencyKey: keys.keyFor(input) },
    });
    keys.done();
    version = saveExchangeDraft.version;
    if (written) conflicts.begin(draftSnapshot(written));
    return saveExchangeDraft.savedAt;
  });

  const put = (next: DraftValues, loaded: ExchangeCaseFragment): void => {
    colleague.read();
    values.value = next;
    version = loaded.version;
  };
  const load = (loaded: ExchangeCaseFragment): void => {
    put(draftValues(loaded), loaded);
    conflicts.begin(draftSnapshot(draftValues(loaded)));
    autosave.savedAt.value = loaded.draft?.savedAt ?? null;
  };
  const definition = computed(() => readDefinition(exchange.value?.type.form));
  const conflicts = useDraftVersions(
    { definition, part: 'request', context: () => ({ today: today() }), whole: true },
    {
      autosave,
      mine: () => (values.value ? draftSnapshot(values.value) : {}),
      ask: async () => savedIn((await refetch()).data?.exchange ?? null),
      put: (snapshot, loaded) => put(fromSnapshot(snapshot), loaded),
    },
  );
  // The first answer fills the form; later ones must not overwrite what is being typed.
  watch(exchange, (loaded) => loaded && values.value === null && load(loaded), { immediate: true });

  const change = (patch: Partial<DraftValues>): void => {
    if (!values.value) return;
    values.value = { ...values.value, ...patch };
    autosave.touch();
  };

  return {
    ...{ exchange, isPending, error, refetch, change, autosave, colleague, conflicts },
    values: computed(() => values.value),
    ...useDraftActs(() => version),
  };
};
