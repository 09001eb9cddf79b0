import type { ApprovalStage, MoveInService, Refusal } from '@soc-coop/contracts';
import { exchangeRow } from '../../../test/support/exchange-row';
import {
  approvalHash,
  approvalRefusals,
  type ApprovalStanding,
  isLocked,
  isOffered,
  marksOf,
} from './approval.rules';

const byUnit: Refusal = { code: 'exchange.approvalAskedByUnit', params: { unit: 'RO-X' } };
const standing = (
  stage: ApprovalStage | null,
  asked: Refusal | null = byUnit,
  wrote = false,
): ApprovalStanding => ({
  state: 'DRAFT',
  asked: { REQUEST: asked, ANSWER: asked },
  stage: { REQUEST: stage, ANSWER: stage },
  wrote,
  inCharge: false,
});
const codes = (move: MoveInService, how: ApprovalStanding): string[] =>
  approvalRefusals(move, how).map(({ code }) => code);

describe('the second pair of eyes', () => {
  it.each([
    ['SEND', null, ['exchange.approvalAskedByUnit']],
    ['SEND', 'PENDING', ['exchange.approvalAskedByUnit']],
    ['SEND', 'SENT_BACK', ['exchange.approvalAskedByUnit']],
    ['SEND', 'APPROVED', []],
    ['ANSWER', 'PENDING', ['exchange.approvalAskedByUnit']],
    ['ANSWER', 'APPROVED', []],
    ['SUBMIT', null, []],
    ['SUBMIT', 'SENT_BACK', []],
    ['SUBMIT_ANSWER', 'PENDING', ['exchange.approvalPending']],
    ['APPROVE', 'PENDING', []],
    ['APPROVE', 'APPROVED', ['exchange.approvalNotPending']],
    ['APPROVE_ANSWER', null, ['exchange.approvalNotPending']],
    ['SEND_BACK', 'APPROVED', []],
    ['SEND_ANSWER_BACK', 'SENT_BACK', ['exchange.approvalNotPending']],
    ['CLOSE', null, []],
  ] as const)('%s of what is %s: %p', (move, stage, expected) => {
    expect(codes(move, standing(stage))).toEqual(expected);
  });

  it('never approves what it has written', () => {
    for (const move of ['APPROVE', 'APPROVE_ANSWER'] as const)
      expect(codes(move, standing('PENDING', byUnit, true))).toEqual(['exchange.ownDraft']);
  });

  it('is in nobody’s way where nobody asks for it', () => {
    expect(codes('SEND', standing(null, null))).toEqual([]);
    expect(codes('ANSWER', standing(null, null))).toEqual([]);
    expect(codes('SUBMIT', standing(null, null))).toEqual(['exchange.approvalNotAsked']);
    for (const move of ['SUBMIT', 'APPROVE', 'SUBMIT_ANSWER', 'APPROVE_ANSWER', 'SEND_ANSWER_BACK'] as const)
      expect(isOffered(move, standing(null, null))).toBe(false);
  });

  it('locks what waits and what is approved', () => {
    expect(
      [null, 'PENDING', 'APPROVED', 'SENT_BACK'].map((stage) => isLocked(stage as ApprovalStage)),
    ).toEqual([false, true, true, false]);
  });
});

describe('the hash of what is approved', () => {
  const row = exchangeRow();
  const draft = { content: { a: 1, b: { c: 'ș' } }, subject: { familyName: 'Щерев' } };
  const request = approvalHash(row, 'REQUEST', draft);

  it('does not depend on the order in which things were written', () => {
    const turned = { subject: { familyName: 'Щерев' }, content: { b: { c: 'ș' }, a: 1 } };
    expect(approvalHash(row, 'REQUEST', turned)).toBe(request);
  });

  it('covers text, person, addressee, urgency and own number of a request', () => {
    const others = [
      approvalHash(row, 'REQUEST', { ...draft, content: { a: 2 } }),
      approvalHash(row, 'REQUEST', { ...draft, subject: {} }),
      approvalHash({ ...row, replyingUnitId: 'another' }, 'REQUEST', draft),
      approvalHash({ ...row, urgency: 'IMMEDIATE' }, 'REQUEST', draft),
      approvalHash({ ...row, urgencyReason: 'x' }, 'REQUEST', draft),
      approvalHash({ ...row, nationalFileNumber: '7' }, 'REQUEST', draft),
      approvalHash({ ...row, id: 'another' }, 'REQUEST', draft),
      approvalHash(row, 'ANSWER', draft),
    ];
    expect(new Set([request, ...others]).size).toBe(others.length + 1);
  });

  it('covers what an answer says about itself, and a blank message is no message', () => {
    const marks = marksOf({ completeness: 'FULL', qualityMark: 'Q1', note: 'x' });
    const hash = (more: Partial<typeof marks>) =>
      approvalHash(row, 'ANSWER', { content: {}, subject: {}, marks: { ...marks, ...more } });
    expect(
      new Set([hash({}), hash({ completeness: 'PART' }), hash({ qualityMark: 'Q2' }), hash({ note: null })])
        .size,
    ).toBe(4);
    expect(marksOf({ completeness: 'FULL', qualityMark: 'Q1', note: '  ' }).note).toBeNull();
  });
});
