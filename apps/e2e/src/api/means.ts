import type { CasePlan } from './first-case';

/** What somebody earned and drives, asked of Vidin: a request of type EX03. */
const REQUEST = {
  purpose: 'NEW_APPLICATION',
  withOthers: 'NO',
  months: { from: '2026-05', to: '2026-09' },
  questions: {
    Q1: { asked: true, purpose: 'NEW_APPLICATION' },
    Q4: { asked: true, purpose: 'NEW_APPLICATION' },
  },
} as const;

/** A partial answer to it: the wage by month, and why nothing can be said of vehicles yet. */
export const partialReply = (wage: string): CasePlan['reply'] => ({
  completeness: 'PART',
  qualityMark: 'Q1',
  content: {
    answers: {
      Q1: {
        incomes: [
          {
            type: 'WAGE',
            basis: 'GROSS',
            amount: { amount: wage, currency: 'EUR' },
            time: 'EACH_MONTH',
            period: { from: '2026-05-01', to: '2026-09-30' },
            payer: 'EMPLOYER',
            source: 'EMPLOYMENT',
          },
        ],
      },
      Q4: { gap: 'LT', gapNote: 'Справката от регистъра се очаква.' },
    },
  },
});

/** Incomes and assets, asked of Vidin and answered in part. */
export const MEANS: CasePlan = {
  type: 'EX03',
  unit: 'BG-RDSA-VID',
  request: REQUEST,
  reply: partialReply('640.50'),
};
