import { useQuery } from '@tanstack/vue-query';
import {
  describe,
  describeSubject,
  isJsonObject,
  SUBJECT_FORM,
  type DescribedValue,
  type ExchangeFormDefinition,
  type FormContext,
  type JsonObject,
  type PartName,
} from '@soc-coop/forms';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { NamedUnitDocument, type ExchangeCaseFragment } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';
import { useMessages } from '../../../shared/i18n/use-messages';
import { fromSnapshot, HEAD_FIELDS } from '../draft-values';
import {
  describedFields,
  shownDifferences,
  type DescribedField,
  type DescribedFields,
  type GapWords,
} from '../merge/shown-differences';
import { differences, mergeFields, type MergeField } from '../merge/three-way';
import { readContent } from '../form-definition';
import { useConflict, type Conflict, type DraftOnPage, type SavedVersion } from './use-conflict';

/** Which fields a draft is compared by: those of its form, and for a request those beside it. */
const fieldsOfDraft = (
  definition: ExchangeFormDefinition | null,
  part: PartName,
  whole: boolean,
): readonly MergeField[] => [
  ...(whole ? [...HEAD_FIELDS, ...mergeFields('subject', SUBJECT_FORM)] : []),
  ...(definition ? mergeFields('content', definition[part]) : []),
];

const partOf = (snapshot: JsonObject, name: string): JsonObject => {
  const part = snapshot[name];
  return isJsonObject(part) ? part : {};
};

/** The form's content in a snapshot. */
export const contentOf = (snapshot: JsonObject): JsonObject => partOf(snapshot, 'content');

/** The draft of a part that has no head, as the server has it. */
export const savedContent = (
  loaded: ExchangeCaseFragment | null | undefined,
  part: 'draft' | 'correctionDraft',
): { loaded: ExchangeCaseFragment; saved: SavedVersion | null } | null => {
  if (!loaded) return null;
  const draft = loaded[part];
  if (!draft) return { loaded, saved: null };
  const { savedAt, savedBy } = draft;
  return { loaded, saved: { snapshot: { content: readContent(draft.content) }, savedAt, savedBy } };
};

/** The name of a unit somebody chose; asked for only when two choices must be shown beside each other. */
const useUnitName = (id: MaybeRefOrGetter<string>) => {
  const { tr } = useMessages();
  const { data } = useQuery({
    queryKey: ['named-unit', computed(() => toValue(id))],
    queryFn: ({ signal }) => request(NamedUnitDocument, { id: toValue(id) }, signal),
    enabled: computed(() => toValue(id) !== ''),
  });
  return computed(() => tr(data.value?.unit?.shortName));
};

/** The fields beside the form of a request, in words. */
const useHeadWords = (conflict: MaybeRefOrGetter<Conflict | null>) => {
  const { t } = useMessages();
  const unitOf = (side: 'mine' | 'theirs') => {
    const at = toValue(conflict);
    return at ? fromSnapshot(at[side]).replyingUnit : '';
  };
  const unit = { mine: useUnitName(() => unitOf('mine')), theirs: useUnitName(() => unitOf('theirs')) };
  const text = (words: string): DescribedValue | null =>
    words === '' ? null : { kind: 'text', text: words };

  return (at: Conflict, side: 'mine' | 'theirs'): DescribedFields => {
    const head = fromSnapshot(at[side]);
    const place = t('exchanges.steps.addressee');
    const field = (name: string, label: string, words: string): readonly [string, DescribedField] => [
      `head.${name}`,
      { section: place, label, value: text(words) },
    ];
    return new Map([
      field('replyingUnit', t('exchanges.addressee.unit'), unit[side].value),
      field('urgency', t('exchanges.addressee.urgency'), t(`common.urgency.${head.urgency}`)),
      field('urgencyReason', t('exchanges.addressee.urgencyReason'), head.urgencyReason),
      field('nationalFileNumber', t('exchanges.addressee.fileNumber'), head.nationalFileNumber),
    ]);
  };
};

/** By which form a draft is read. */
interface DraftForm {
  readonly definition: MaybeRefOrGetter<ExchangeFormDefinition | null>;
  readonly part: MaybeRefOrGetter<PartName>;
  readonly context: MaybeRefOrGetter<FormContext>;
  /** True for a request, which has a person and an addressee beside its questions. */
  readonly whole: boolean;
}

/** What differs between one's own version of a draft and a colleague's, in the reader's language. */
const useShownDifferences = (conflict: MaybeRefOrGetter<Conflict | null>, draft: DraftForm) => {
  const { t, locale } = useMessages();
  const headOf = useHeadWords(() => (draft.whole ? toValue(conflict) : null));
  const words: GapWords = { label: t('exchanges.conflict.gap'), of: (gap) => t(`common.gap.${gap}`) };

  const described = (
    at: Conflict,
    side: 'mine' | 'theirs',
    definition: ExchangeFormDefinition,
  ): DescribedFields => {
    const part = toValue(draft.part);
    const sections = describe(
      definition,
      part,
      partOf(at[side], 'content'),
      locale.value,
      toValue(draft.context),
    );
    const content = describedFields('content', sections, words);
    if (!draft.whole) return content;
    const person = describeSubject(partOf(at[side], 'subject'), locale.value);
    return new Map([...headOf(at, side), ...describedFields('subject', person, words), ...content]);
  };

  return computed(() => {
    const at = toValue(conflict);
    const definition = toValue(draft.definition);
    if (at === null || definition === null) return [];
    const found = differences(fieldsOfDraft(definition, toValue(draft.part), draft.whole), at);
    return shownDifferences(found, described(at, 'mine', definition), described(at, 'theirs', definition));
  });
};

/** The two versions of a draft a page may come to have, and what differs between them in words. */
export const useDraftVersions = (form: DraftForm, page: Omit<DraftOnPage, 'fields'>) => {
  const conflicts = useConflict({
    ...page,
    fields: () => fieldsOfDraft(toValue(form.definition), toValue(form.part), form.whole),
  });
  return { ...conflicts, differing: useShownDifferences(conflicts.conflict, form) };
};
