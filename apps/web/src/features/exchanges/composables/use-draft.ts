import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { SaveExchangeDraftDocument, type ExchangeCaseFragment } from '../../../gql/graphql';
import { createKeyRing } from '../../../shared/acts/key-ring';
import { request } from '../../../shared/graphql/request';
import { draftInput, draftValues, type DraftValues } from '../draft-values';
import { useAutosave } from './use-autosave';
import { useColleague } from './use-colleague';
import { useDraftActs } from './use-draft-acts';
import { useExchange } from './use-exchange';

/** A request being written: its values, saved at pauses, and the acts that end it. */
export const useDraft = (id: MaybeRefOrGetter<string>) => {
  const { exchange, isPending, error, refetch } = useExchange(id);
  const keys = createKeyRing();
  const colleague = useColleague(id);
  const values = shallowRef<DraftValues | null>(null);
  let version = 0;

  const autosave = useAutosave(async () => {
    const written = values.value ? draftInput(values.value) : {};
    const input = { id: toValue(id), version, ...written };
    const { saveExchangeDraft } = await request(SaveExchangeDraftDocument, {
      input: { ...input, idempotencyKey: keys.keyFor(input) },
    });
    keys.done();
    version = saveExchangeDraft.version;
    return saveExchangeDraft.savedAt;
  });

  const load = (loaded: ExchangeCaseFragment): void => {
    colleague.read();
    values.value = draftValues(loaded);
    version = loaded.version;
    autosave.savedAt.value = loaded.draft?.savedAt ?? null;
  };
  // The first answer fills the form; later ones must not overwrite what is being typed.
  watch(exchange, (loaded) => loaded && values.value === null && load(loaded), { immediate: true });

  const change = (patch: Partial<DraftValues>): void => {
    if (!values.value) return;
    values.value = { ...values.value, ...patch };
    autosave.touch();
  };

  /** Takes over what the server has now; for a conflict the reader wants to resolve that way. */
  const reload = async (): Promise<void> => {
    const { data } = await refetch();
    if (data?.exchange) load(data.exchange);
    autosave.forget();
  };

  return {
    exchange,
    isPending,
    error,
    refetch,
    values: computed(() => values.value),
    change,
    autosave,
    colleague,
    reload,
    ...useDraftActs(() => version),
  };
};
