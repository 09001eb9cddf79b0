import { describe, type ExchangeFormDefinition, type FormContext, type JsonObject } from '@soc-coop/forms';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { ExchangeCaseFragment } from '../../../gql/graphql';
import { useMessages } from '../../../shared/i18n/use-messages';
import { readContent, requestAt } from '../form-definition';
import { comparedRows, type ComparedRow } from '../merge/compared';
import {
  describedFields,
  type DescribedField,
  type DescribedFields,
  type GapWords,
} from '../merge/shown-differences';
import { mergeFields } from '../merge/three-way';

interface Version {
  readonly content: JsonObject;
  readonly completeness?: string | null | undefined;
  readonly qualityMark?: string | null | undefined;
  /** What an answer is read against. */
  readonly context: FormContext;
}

const MARKS = ['marks.completeness', 'marks.quality'] as const;

/** What the reader's side has sent last and what it is to become, line by line in the reader's language. */
export const useCorrectionCompared = (
  exchange: MaybeRefOrGetter<ExchangeCaseFragment>,
  definition: MaybeRefOrGetter<ExchangeFormDefinition>,
) => {
  const { t, locale } = useMessages();
  const words: GapWords = { label: t('exchanges.conflict.gap'), of: (gap) => t(`common.gap.${gap}`) };
  const part = computed(() =>
    toValue(exchange).side === 'REPLIER' ? ('answer' as const) : ('request' as const),
  );

  const mark = (id: string, label: string, text: string): readonly [string, DescribedField] => [
    id,
    { section: t('exchanges.answer.marks'), label, value: text ? { kind: 'text', text } : null },
  ];
  const described = ({ content, completeness, qualityMark, context }: Version): DescribedFields => {
    const sections = describe(toValue(definition), part.value, content, locale.value, context);
    const how = completeness ? t(`common.completeness.${completeness as 'FULL'}`) : '';
    const from = qualityMark ? t(`common.quality.${qualityMark as 'Q1'}`) : '';
    return new Map([
      ...describedFields('content', sections, words),
      mark(MARKS[0], t('exchanges.answer.completeness'), how),
      mark(MARKS[1], t('exchanges.answer.quality'), from),
    ]);
  };
  const rows = computed<readonly ComparedRow[]>(() => {
    const { requests, answers, correctionDraft } = toValue(exchange);
    const sent = (part.value === 'answer' ? answers : requests).at(-1);
    if (!sent || !correctionDraft) return [];
    const asked = requestAt(requests, sent.sentAt)?.content;
    const before = described({ ...sent, content: readContent(sent.content), context: contextOf(asked) });
    const after = described({
      ...correctionDraft,
      content: readContent(correctionDraft.content),
      context: contextOf(requests.at(-1)?.content),
    });
    const ids = mergeFields('content', toValue(definition)[part.value]).map(({ id }) => id);
    return comparedRows([...ids, ...MARKS], before, after);
  });
  return { part, rows };
};

const contextOf = (request: object | null | undefined): FormContext => ({ request: readContent(request) });
