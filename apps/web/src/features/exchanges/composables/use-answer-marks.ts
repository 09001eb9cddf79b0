import { COMPLETENESS, QUALITY_MARKS, type Completeness, type QualityMark } from '@soc-coop/contracts';
import { shallowRef } from 'vue';
import type { ExchangeCaseFragment } from '../../../gql/graphql';

/** What an answer says about itself beside its content. */
export interface AnswerMarks {
  readonly completeness: Completeness | '';
  readonly qualityMark: QualityMark | '';
  readonly note: string;
}

/** Nothing is chosen yet. */
export const NO_MARKS: AnswerMarks = { completeness: '', qualityMark: '', note: '' };

/** What the draft says about itself so far. */
export const marksIn = ({ draft }: ExchangeCaseFragment): AnswerMarks => ({
  completeness: COMPLETENESS.find((known) => known === draft?.completeness) ?? '',
  qualityMark: QUALITY_MARKS.find((known) => known === draft?.qualityMark) ?? '',
  note: draft?.note ?? '',
});

/** The marks as they are saved; what is not chosen yet is nothing. */
export const savedMarks = ({ completeness, qualityMark, note }: AnswerMarks) => ({
  completeness: completeness || null,
  qualityMark: qualityMark || null,
  note: note || null,
});

/** The marks of an answer being written, and who hears of a change; those chosen here are not overwritten by what a colleague saved. */
export const useAnswerMarks = (changed: () => void) => {
  const marks = shallowRef(NO_MARKS);
  let known = marks.value;
  return {
    marks,
    /** Chooses others, which are to be saved. */
    mark: (next: AnswerMarks): void => {
      marks.value = next;
      changed();
    },
    /** The server has these. */
    keep: (saved: AnswerMarks): void => {
      known = saved;
    },
    /** Shows what the server has, unless something else has been chosen here since. */
    take: (saved: AnswerMarks): void => {
      if (marks.value !== known) return;
      marks.value = saved;
      known = marks.value;
    },
  };
};
