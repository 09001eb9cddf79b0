import { settleContent, validateAnswer, type FormContext, type JsonObject } from '@soc-coop/forms';
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import {
  SaveAnswerDraftDocument,
  type ExchangeCaseFragment,
  type SaveAnswerDraftInput,
} from '../../../gql/graphql';
import { createKeyRing } from '../../../shared/acts/key-ring';
import { request } from '../../../shared/graphql/request';
import { readContent, readDefinition } from '../form-definition';
import { today } from '../person-draft';
import { type AnswerMarks, marksIn, savedMarks, useAnswerMarks } from './use-answer-marks';
import { useAutosave } from './use-autosave';
import { useColleague } from './use-colleague';
import { useExchange } from './use-exchange';
import { contentOf, savedContent, useDraftVersions } from './use-draft-versions';

/** What is missing in an answer, and the answer as it may be sent. */
const useAnswerCheck = (
  exchange: MaybeRefOrGetter<ExchangeCaseFragment | null>,
  content: MaybeRefOrGetter<JsonObject>,
  marks: MaybeRefOrGetter<AnswerMarks>,
) => {
  const definition = computed(() => readDefinition(toValue(exchange)?.type.form));
  const context = computed<FormContext>(() => ({
    request: readContent(toValue(exchange)?.request?.content),
    today: today(),
  }));
  const settled = computed<JsonObject>(() =>
    definition.value ? settleContent(definition.value.answer, toValue(content), context.value) : {},
  );
  const problems = computed(() => {
    if (!definition.value) return [];
    const { completeness } = toValue(marks);
    return validateAnswer(definition.value, context.value.request ?? {}, settled.value, {
      today: today(),
      ...(completeness && { completeness }),
    });
  });
  return { definition, context, settled, problems };
};

/**
 * What an answer begins with: the draft, or after reopening what was answered before; without answers to questions a
 * corrected request no longer asks, which the form does not show and nobody could remove.
 */
const begunAnswer = (loaded: ExchangeCaseFragment): JsonObject => {
  const before = loaded.state === 'REOPENED' ? loaded.answers.at(-1)?.content : null;
  const begun = readContent(loaded.draft?.content ?? before);
  const definition = readDefinition(loaded.type.form);
  if (!definition || loaded.requests.length < 2) return begun;
  return settleContent(definition.answer, begun, { request: readContent(loaded.request?.content) });
};

/** Saves a draft under a key of its own: the same draft sent twice is saved once. */
const useSaving = () => {
  const keys = createKeyRing();
  return async (draft: Omit<SaveAnswerDraftInput, 'idempotencyKey'>) => {
    const input = { ...draft, idempotencyKey: keys.keyFor(draft) };
    const { saveAnswerDraft } = await request(SaveAnswerDraftDocument, { input });
    keys.done();
    return saveAnswerDraft;
  };
};

/** The answer being written: its content, saved at pauses, and what is missing in it. */
export const useAnswer = (id: MaybeRefOrGetter<string>) => {
  const { exchange, isPending, error, refetch } = useExchange(id);
  const save = useSaving();
  const colleague = useColleague(id);
  const content = shallowRef<JsonObject>({});
  const { marks, mark, keep, take } = useAnswerMarks(() => {
    autosave.touch();
  });
  /** Exchange and answer draft are counted apart: saving the draft does not touch the exchange. */
  let version: { exchange: number; draft: number } | null = null;

  const autosave = useAutosave(async () => {
    const [written, said] = [content.value, marks.value];
    const draft = { id: toValue(id), version: version?.draft ?? 0, content: written, ...savedMarks(said) };
    const saved = await save(draft);
    if (version) version.draft = saved.version;
    keep(said);
    conflicts.begin({ content: written });
    return saved.savedAt;
  });

  const put = (next: JsonObject, loaded: ExchangeCaseFragment): void => {
    colleague.read();
    content.value = next;
    version = { exchange: loaded.version, draft: loaded.draft?.version ?? 0 };
    take(marksIn(loaded));
  };
  const load = (loaded: ExchangeCaseFragment): void => {
    put(begunAnswer(loaded), loaded);
    conflicts.begin({ content: content.value });
    autosave.savedAt.value = loaded.draft?.savedAt ?? null;
  };
  const check = useAnswerCheck(exchange, content, marks);
  const conflicts = useDraftVersions(
    { ...check, part: 'answer', whole: false },
    {
      autosave,
      mine: () => ({ content: content.value }),
      ask: async () => savedContent((await refetch()).data?.exchange, 'draft'),
      put: (snapshot, loaded) => put(contentOf(snapshot), loaded),
    },
  );
  watch(exchange, (loaded) => loaded && version === null && load(loaded), { immediate: true });

  const change = (next: JsonObject): void => {
    content.value = next;
    autosave.touch();
  };

  return {
    ...{ exchange, isPending, error, refetch, content, marks, mark, autosave, change, colleague, conflicts },
    version: () => version?.exchange ?? 0,
    ...check,
  };
};
