import type { Urgency } from '@soc-coop/contracts';
import type { JsonObject } from '@soc-coop/forms';
import { computed, reactive, shallowRef, toRaw, toValue, watch, type MaybeRefOrGetter } from 'vue';
import {
  DiscardExchangeDraftDocument,
  SaveExchangeDraftDocument,
  SendExchangeDocument,
  type ExchangeCaseFragment,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { createKeyRing } from '../../../shared/acts/key-ring';
import { request } from '../../../shared/graphql/request';
import { readContent } from '../form-definition';
import { useAutosave } from './use-autosave';
import { useExchange, useExchangeCache } from './use-exchange';

/** What is being written before an exchange is sent. */
export interface DraftValues {
  replyingUnit: string;
  urgency: Urgency;
  urgencyReason: string;
  nationalFileNumber: string;
  content: JsonObject;
  subject: JsonObject;
}

const valuesOf = (exchange: ExchangeCaseFragment): DraftValues => ({
  replyingUnit: exchange.replyingUnit?.id ?? '',
  urgency: exchange.urgency,
  urgencyReason: exchange.urgencyReason ?? '',
  nationalFileNumber: exchange.nationalFileNumber ?? '',
  content: readContent(exchange.draft?.content),
  subject: readContent(exchange.draft?.subject),
});

/** A request being written: its values, saved at pauses, and the acts that end it. */
export const useDraft = (id: MaybeRefOrGetter<string>) => {
  const { exchange, isPending, error, refetch } = useExchange(id);
  const cache = useExchangeCache();
  const keys = createKeyRing();
  const values = shallowRef<DraftValues | null>(null);
  const at = reactive({ version: 0 });

  const load = (loaded: ExchangeCaseFragment): void => {
    values.value = valuesOf(loaded);
    at.version = loaded.version;
    autosave.savedAt.value = loaded.draft?.savedAt ?? null;
  };

  const save = async (): Promise<string> => {
    const { replyingUnit, urgencyReason, nationalFileNumber, ...rest } = toRaw(values.value ?? missing());
    const input = {
      id: toValue(id),
      version: at.version,
      ...rest,
      urgencyReason: urgencyReason || null,
      nationalFileNumber: nationalFileNumber || null,
      replyingUnit: replyingUnit || null,
    };
    const { saveExchangeDraft } = await request(SaveExchangeDraftDocument, {
      input: { ...input, idempotencyKey: keys.keyFor(input) },
    });
    keys.done();
    at.version = saveExchangeDraft.version;
    return saveExchangeDraft.draft?.savedAt ?? new Date().toISOString();
  };
  const autosave = useAutosave(save);

  // The first answer fills the form; later ones must not overwrite what is being typed.
  watch(exchange, (loaded) => loaded && values.value === null && load(loaded), { immediate: true });

  const change = (patch: Partial<DraftValues>): void => {
    if (!values.value) return;
    values.value = { ...values.value, ...patch };
    autosave.touch();
  };

  const send = useAct(async (input: { id: string }, idempotencyKey) => {
    const { sendExchange } = await request(SendExchangeDocument, {
      input: { ...input, version: at.version, idempotencyKey },
    });
    await cache.put(sendExchange);
    return sendExchange;
  });
  const discard = useAct(async (input: { id: string }, idempotencyKey) => {
    await request(DiscardExchangeDraftDocument, { input: { ...input, version: at.version, idempotencyKey } });
    await cache.refreshLists();
    return true;
  });

  /** Takes over what the server has now; for a conflict the reader wants to resolve that way. */
  const reload = async (): Promise<void> => {
    const { data } = await refetch();
    if (data?.exchange) load(data.exchange);
    autosave.dirty.value = false;
    autosave.error.value = null;
  };

  return {
    exchange,
    isPending,
    error,
    refetch,
    values: computed(() => values.value),
    change,
    autosave,
    send,
    discard,
    reload,
  };
};

const missing = (): never => {
  throw new TypeError('a draft is saved only after it was loaded');
};
