import { COMPLETENESS, QUALITY_MARKS } from '@soc-coop/contracts';
import { canonicalJson } from '@soc-coop/domain';
import {
  settleContent,
  validateAnswer,
  validateRequest,
  type FormContext,
  type JsonObject,
} from '@soc-coop/forms';
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import {
  CorrectMessageDocument,
  SaveCorrectionDraftDocument,
  SubmitCorrectionDocument,
  type ExchangeCaseFragment,
  type MessagePartsFragment,
  type SaveCorrectionDraftInput,
} from '../../../gql/graphql';
import { createKeyRing } from '../../../shared/acts/key-ring';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { asksApproval } from '../approval';
import { readContent, readDefinition } from '../form-definition';
import { today } from '../person-draft';
import { type AnswerMarks, NO_MARKS, savedMarks, useAnswerMarks } from './use-answer-marks';
import { useAutosave } from './use-autosave';
import { useColleague } from './use-colleague';
import { useExchange, useExchangeCache } from './use-exchange';
import { contentOf, savedContent, useDraftVersions } from './use-draft-versions';

interface Correction {
  readonly note: string;
  readonly content: JsonObject;
  readonly completeness?: string;
  readonly qualityMark?: string;
  readonly submits: boolean;
}

/** What the reader's side has sent last, which is what it may correct. */
const ownMessage = (exchange: ExchangeCaseFragment | null): MessagePartsFragment | null =>
  (exchange?.side === 'REPLIER' ? exchange.answers.at(-1) : exchange?.requests.at(-1)) ?? null;

const marksOf = ({
  completeness,
  qualityMark,
}: Pick<MessagePartsFragment, 'completeness' | 'qualityMark'>): AnswerMarks => ({
  completeness: COMPLETENESS.find((known) => known === completeness) ?? '',
  qualityMark: QUALITY_MARKS.find((known) => known === qualityMark) ?? '',
  note: '',
});

/** What is missing in a correction, what would be sent, and whether it says anything new. */
const useCorrectionCheck = (
  exchange: MaybeRefOrGetter<ExchangeCaseFragment | null>,
  content: MaybeRefOrGetter<JsonObject>,
  marks: MaybeRefOrGetter<AnswerMarks>,
) => {
  const definition = computed(() => readDefinition(toValue(exchange)?.type.form));
  const part = computed(() =>
    toValue(exchange)?.side === 'REPLIER' ? ('answer' as const) : ('request' as const),
  );
  const context = computed<FormContext>(() => ({
    ...(part.value === 'answer' && { request: readContent(toValue(exchange)?.request?.content) }),
    today: today(),
  }));
  const settled = computed<JsonObject>(() =>
    definition.value ? settleContent(definition.value[part.value], toValue(content), context.value) : {},
  );
  const problems = computed(() => {
    if (!definition.value) return [];
    if (part.value === 'request') return validateRequest(definition.value, settled.value, { today: today() });
    const { completeness } = toValue(marks);
    return validateAnswer(definition.value, context.value.request ?? {}, settled.value, {
      today: today(),
      ...(completeness && { completeness }),
    });
  });
  const isChanged = computed(() => {
    const sent = ownMessage(toValue(exchange));
    if (!sent) return false;
    const was = [readContent(sent.content), marksOf(sent)];
    return canonicalJson(was) !== canonicalJson([settled.value, { ...toValue(marks), note: '' }]);
  });
  /** Where a second officer reads what is sent, a correction is submitted instead. */
  const submits = computed(() => {
    const loaded = toValue(exchange);
    return loaded !== null && asksApproval(loaded, 'SUBMIT_CORRECTION');
  });
  return { definition, part, context, settled, problems, isChanged, submits };
};

/** Sends a correction, or submits it to a second officer where one is asked for. Everything it says is the act's input: a changed text after a failure is a new act. */
const useSendCorrection = (
  id: MaybeRefOrGetter<string>,
  version: () => number,
  {
    part,
    settled,
    submits,
    marks,
  }: Pick<ReturnType<typeof useCorrectionCheck>, 'part' | 'settled' | 'submits'> & {
    readonly marks: Ref<AnswerMarks>;
  },
) => {
  const cache = useExchangeCache();
  const act = useAct(async ({ submits, ...said }: Correction, idempotencyKey) => {
    const input = { ...said, id: toValue(id), version: version(), idempotencyKey };
    const corrected = submits
      ? (await request(SubmitCorrectionDocument, { input })).submitCorrection
      : (await request(CorrectMessageDocument, { input })).correctMessage;
    cache.put(corrected);
    return corrected;
  });
  const send = async (note: string): Promise<boolean> => {
    const { completeness, qualityMark } = marks.value;
    const quality = part.value === 'answer' ? { completeness, qualityMark } : {};
    return (await act.run({ note, content: settled.value, ...quality, submits: submits.value })) !== null;
  };
  return { act, send };
};

/** Saves a draft under a key of its own: the same draft sent twice is saved once. */
const useSaving = () => {
  const keys = createKeyRing();
  return async (draft: Omit<SaveCorrectionDraftInput, 'idempotencyKey'>) => {
    const input = { ...draft, idempotencyKey: keys.keyFor(draft) };
    const { saveCorrectionDraft } = await request(SaveCorrectionDraftDocument, { input });
    keys.done();
    return saveCorrectionDraft;
  };
};

/** What a correction begins with: what came back from a second officer, what was saved, or what was sent. */
const startOf = (loaded: ExchangeCaseFragment) => {
  const { correctionDraft: draft } = loaded;
  const sent = ownMessage(loaded);
  const marked = draft?.completeness ? draft : sent;
  return {
    content: readContent(draft ? draft.content : sent?.content),
    // What was wrong stands with the marks, where an answer has its remark.
    marks: { ...(marked ? marksOf(marked) : NO_MARKS), note: draft?.note ?? '' },
  };
};

/** What an officer writes on the page; what was wrong and what an answer says about itself are saved like the content. */
const useText = (changed: () => void) => {
  const said = useAnswerMarks(changed);
  const sentence = computed({
    get: () => said.marks.value.note,
    set: (note) => {
      said.mark({ ...said.marks.value, note });
    },
  });
  return { ...said, sentence, content: shallowRef<JsonObject>({}) };
};

/** The correction being written: it begins with what was sent, and is saved at pauses like every draft. */
export const useCorrection = (id: MaybeRefOrGetter<string>) => {
  const { exchange, isPending, error, refetch } = useExchange(id);
  const save = useSaving();
  const colleague = useColleague(id);
  const { content, marks, sentence, mark, keep, take } = useText(() => {
    autosave.touch();
  });
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
    version = { exchange: loaded.version, draft: loaded.correctionDraft?.version ?? 0 };
    take(startOf(loaded).marks);
  };
  const load = (loaded: ExchangeCaseFragment): void => {
    put(startOf(loaded).content, loaded);
    conflicts.begin({ content: content.value });
    autosave.savedAt.value = loaded.correctionDraft?.savedAt ?? null;
  };
  const check = useCorrectionCheck(exchange, content, marks);
  const conflicts = useDraftVersions(
    { ...check, whole: false },
    {
      autosave,
      mine: () => ({ content: content.value }),
      ask: async () => savedContent((await refetch()).data?.exchange, 'correctionDraft'),
      put: (snapshot, loaded) => put(contentOf(snapshot), loaded),
    },
  );
  watch(exchange, (loaded) => loaded && version === null && load(loaded), { immediate: true });

  const change = (next: JsonObject): void => {
    content.value = next;
    autosave.touch();
  };
  return {
    ...{ exchange, isPending, error, refetch, content, marks, mark, sentence },
    ...{ autosave, change, colleague, conflicts },
    ...check,
    ...useSendCorrection(id, () => version?.exchange ?? 0, { ...check, marks }),
  };
};
