import { COMPLETENESS, QUALITY_MARKS, type Completeness, type QualityMark } from '@soc-coop/contracts';
import { settleContent, validateAnswer, type FormContext, type JsonObject } from '@soc-coop/forms';
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { SaveAnswerDraftDocument, type ExchangeCaseFragment } from '../../../gql/graphql';
import { createKeyRing } from '../../../shared/acts/key-ring';
import { request } from '../../../shared/graphql/request';
import { readContent, readDefinition } from '../form-definition';
import { today } from '../person-draft';
import { useAutosave } from './use-autosave';
import { useColleague } from './use-colleague';
import { useExchange } from './use-exchange';
import { contentOf, savedContent, useDraftVersions } from './use-draft-versions';

/** What an answer says about itself beside its content. */
export interface AnswerMarks {
  readonly completeness: Completeness | '';
  readonly qualityMark: QualityMark | '';
  readonly note: string;
}

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

/** What the draft says about itself so far. */
const marksIn = ({ draft }: ExchangeCaseFragment): AnswerMarks => ({
  completeness: COMPLETENESS.find((known) => known === draft?.completeness) ?? '',
  qualityMark: QUALITY_MARKS.find((known) => known === draft?.qualityMark) ?? '',
  note: draft?.note ?? '',
});

/** The marks as they are saved; what is not chosen yet is nothing. */
const savedMarks = ({ completeness, qualityMark, note }: AnswerMarks) => ({
  completeness: completeness || null,
  qualityMark: qualityMark || null,
  note: note || null,
});

/** The answer being written: its content, saved at pauses, and what is missing in it. */
export const useAnswer = (id: MaybeRefOrGetter<string>) => {
  const { exchange, isPending, error, refetch } = useExchange(id);
  const keys = createKeyRing();
  const colleague = useColleague(id);
  const content = shallowRef<JsonObject>({});
  const marks = shallowRef<AnswerMarks>({ completeness: '', qualityMark: '', note: '' });
  /** Exchange and answer draft are counted apart: saving the draft does not touch the exchange. */
  let version: { exchange: number; draft: number } | null = null;
  /** What the server has of the marks: those chosen here since then are not overwritten by a colleague's. */
  let marksKept = marks.value;

  const autosave = useAutosave(async () => {
    const [written, said] = [content.value, marks.value];
    const input = { id: toValue(id), version: version?.draft ?? 0, content: written, ...savedMarks(said) };
    const { saveAnswerDraft } = await request(SaveAnswerDraftDocument, {
      input: { ...input, idempotencyKey: keys.keyFor(input) },
    });
    keys.done();
    if (version) version.draft = saveAnswerDraft.version;
    marksKept = said;
    conflicts.begin({ content: written });
    return saveAnswerDraft.savedAt;
  });

  const put = (next: JsonObject, loaded: ExchangeCaseFragment): void => {
    colleague.read();
    content.value = next;
    version = { exchange: loaded.version, draft: loaded.draft?.version ?? 0 };
    if (marks.value !== marksKept) return;
    marks.value = marksIn(loaded);
    marksKept = marks.value;
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
  const mark = (next: AnswerMarks): void => {
    marks.value = next;
    autosave.touch();
  };

  return {
    ...{ exchange, isPending, error, refetch, content, marks, mark, autosave, change, colleague, conflicts },
    version: () => version?.exchange ?? 0,
    ...check,
  };
};
