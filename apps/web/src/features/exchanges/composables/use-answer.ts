import type { Completeness, QualityMark } from '@soc-coop/contracts';
import {
  settleContent,
  validateAnswer,
  type ExchangeFormDefinition,
  type FormContext,
  type JsonObject,
} from '@soc-coop/forms';
import { computed, reactive, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { AnswerExchangeDocument, SaveAnswerDraftDocument, type ExchangeCaseFragment } from '../../../gql/graphql';
import { createKeyRing } from '../../../shared/acts/key-ring';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { readContent, readDefinition } from '../form-definition';
import { today } from '../person-draft';
import { useAutosave } from './use-autosave';
import { useExchange, useExchangeCache } from './use-exchange';

/** What an answer says about itself beside its content. */
export interface AnswerMarks {
  completeness: Completeness | '';
  qualityMark: QualityMark | '';
  note: string;
}

/** The answer being written: its content, saved at pauses, what is missing, and the act that sends it. */
export const useAnswer = (id: MaybeRefOrGetter<string>) => {
  const { exchange, isPending, error, refetch } = useExchange(id);
  const cache = useExchangeCache();
  const keys = createKeyRing();
  const content = shallowRef<JsonObject>({});
  const marks = ref<AnswerMarks>({ completeness: '', qualityMark: '', note: '' });
  const at = reactive({ version: 0, loaded: false });

  const definition = computed<ExchangeFormDefinition | null>(() => readDefinition(exchange.value?.type.form));
  const context = computed<FormContext>(() => ({
    request: readContent(exchange.value?.request?.content),
    today: today(),
  }));

  const autosave = useAutosave(async () => {
    const input = { id: toValue(id), version: at.version, content: content.value };
    const { saveAnswerDraft } = await request(SaveAnswerDraftDocument, {
      input: { ...input, idempotencyKey: keys.keyFor(input) },
    });
    keys.done();
    at.version = saveAnswerDraft.version;
    return saveAnswerDraft.draft?.savedAt ?? new Date().toISOString();
  });

  const load = (loaded: ExchangeCaseFragment): void => {
    content.value = readContent(loaded.draft?.content);
    at.version = loaded.version;
    at.loaded = true;
    autosave.savedAt.value = loaded.draft?.savedAt ?? null;
  };
  watch(exchange, (loaded) => loaded && !at.loaded && load(loaded), { immediate: true });

  const problems = computed(() => {
    const form = definition.value;
    if (!form) return [];
    const { completeness } = marks.value;
    return validateAnswer(form, context.value.request ?? {}, settled(form), {
      today: today(),
      ...(completeness && { completeness }),
    });
  });
  const settled = (form: ExchangeFormDefinition): JsonObject => settleContent(form.answer, content.value, context.value);

  const send = useAct(
    async (input: { id: string; completeness: string; qualityMark: string; content: JsonObject; note?: string }, key) => {
      const { answerExchange } = await request(AnswerExchangeDocument, {
        input: { ...input, version: at.version, idempotencyKey: key },
      });
      await cache.put(answerExchange);
      return answerExchange;
    },
  );

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
    definition,
    context,
    content: computed(() => content.value),
    marks,
    problems,
    autosave,
    send,
    reload,
    change: (next: JsonObject): void => {
      content.value = next;
      autosave.touch();
    },
    sendNow: async (): Promise<ExchangeCaseFragment | null> => {
      const form = definition.value;
      if (!form || !(await autosave.flush())) return null;
      const { completeness, qualityMark, note } = marks.value;
      const input = { id: toValue(id), completeness, qualityMark, content: settled(form) };
      return send.run(note.trim() ? { ...input, note: note.trim() } : input);
    },
  };
};

