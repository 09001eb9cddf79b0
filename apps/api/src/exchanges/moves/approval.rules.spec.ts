import { createHash } from 'node:crypto';
import type { ApprovalStage, MoveInService, Refusal } from '@soc-coop/contracts';
import { canonicalJson } from '@soc-coop/domain';
import fc from 'fast-check';
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
  side: 'REQUESTER',
  asked: { REQUEST: asked, ANSWER: asked },
  stage: { REQUEST: stage, ANSWER: stage, REQUEST_CORRECTION: stage, ANSWER_CORRECTION: stage },
  wrote,
  wroteCorrection: wrote,
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
    ['SUBMIT_CORRECTION', null, []],
    ['SUBMIT_CORRECTION', 'PENDING', ['exchange.approvalPending']],
    ['APPROVE_CORRECTION', 'PENDING', []],
    ['APPROVE_CORRECTION', 'SENT_BACK', ['exchange.approvalNotPending']],
    ['SEND_CORRECTION_BACK', 'PENDING', []],
    ['CORRECT', 'PENDING', ['exchange.approvalAskedByUnit']],
    ['CLOSE', null, []],
  ] as const)('%s of what is %s: %p', (move, stage, expected) => {
    expect(codes(move, standing(stage))).toEqual(expected);
  });

  it('never approves what it has written', () => {
    for (const move of ['APPROVE', 'APPROVE_ANSWER', 'APPROVE_CORRECTION'] as const)
      expect(codes(move, standing('PENDING', byUnit, true))).toEqual(['exchange.ownDraft']);
  });

  it('is in nobody’s way where nobody asks for it', () => {
    expect(codes('SEND', standing(null, null))).toEqual([]);
    expect(codes('ANSWER', standing(null, null))).toEqual([]);
    expect(codes('SUBMIT', standing(null, null))).toEqual(['exchange.approvalNotAsked']);
    expect(codes('CORRECT', standing(null, null))).toEqual([]);
    for (const move of [
      'SUBMIT',
      'APPROVE',
      'SUBMIT_ANSWER',
      'APPROVE_ANSWER',
      'SEND_ANSWER_BACK',
      'SUBMIT_CORRECTION',
      'APPROVE_CORRECTION',
      'SEND_CORRECTION_BACK',
    ] as const)
      expect(isOffered(move, standing(null, null))).toBe(false);
  });

  it('looks at the correction of the own side, and asks what the first sending asked', () => {
    const waits = (side: 'REQUESTER' | 'REPLIER'): ApprovalStanding => ({
      ...standing(null),
      side,
      asked: { REQUEST: byUnit, ANSWER: null },
      stage: { ...standing(null).stage, REQUEST_CORRECTION: 'PENDING' },
    });
    expect(codes('APPROVE_CORRECTION', waits('REQUESTER'))).toEqual([]);
    expect(codes('APPROVE_CORRECTION', waits('REPLIER'))).toEqual(['exchange.approvalNotPending']);
    expect(codes('CORRECT', waits('REPLIER'))).toEqual([]);
    expect(isOffered('SUBMIT_CORRECTION', waits('REPLIER'))).toBe(false);
  });

  it('locks what waits and what is approved', () => {
    expect(
      [null, 'PENDING', 'APPROVED', 'SENT_BACK'].map((stage) => isLocked(stage as ApprovalStage)),
    ).toEqual([false, true, true, false]);
  });
});

describe('the hash of what is approved', () => {
  const row = exchangeRow();
  const none = { files: [] };
  const draft = { content: { a: 1, b: { c: 'ș' } }, subject: { familyName: 'Щерев' } };
  const request = approvalHash(row, 'REQUEST', draft, none);

  it('does not depend on the order in which things were written', () => {
    const turned = { subject: { familyName: 'Щерев' }, content: { b: { c: 'ș' }, a: 1 } };
    expect(approvalHash(row, 'REQUEST', turned, none)).toBe(request);
  });

  it('covers text, person, addressee, urgency and own number of a request', () => {
    const others = [
      approvalHash(row, 'REQUEST', { ...draft, content: { a: 2 } }, none),
      approvalHash(row, 'REQUEST', { ...draft, subject: {} }, none),
      approvalHash({ ...row, replyingUnitId: 'another' }, 'REQUEST', draft, none),
      approvalHash({ ...row, urgency: 'IMMEDIATE' }, 'REQUEST', draft, none),
      approvalHash({ ...row, urgencyReason: 'x' }, 'REQUEST', draft, none),
      approvalHash({ ...row, nationalFileNumber: '7' }, 'REQUEST', draft, none),
      approvalHash({ ...row, id: 'another' }, 'REQUEST', draft, none),
      approvalHash(row, 'ANSWER', draft, none),
    ];
    expect(new Set([request, ...others]).size).toBe(others.length + 1);
  });

  it('covers what an answer says about itself, and a blank message is no message', () => {
    const marks = marksOf({ completeness: 'FULL', qualityMark: 'Q1', note: 'x' });
    const hash = (more: Partial<typeof marks>) =>
      approvalHash(row, 'ANSWER', { content: {}, subject: {}, marks: { ...marks, ...more } }, none);
    expect(
      new Set([hash({}), hash({ completeness: 'PART' }), hash({ qualityMark: 'Q2' }), hash({ note: null })])
        .size,
    ).toBe(4);
    expect(marksOf({ completeness: 'FULL', qualityMark: 'Q1', note: '  ' }).note).toBeNull();
  });

  it('covers every file by its id and its bytes, however many there are', () => {
    const file = fc.record({ id: fc.uuid(), sha256: fc.stringMatching(/^[0-9a-f]{64}$/) });
    fc.assert(
      fc.property(fc.uniqueArray(file, { minLength: 1, maxLength: 5, selector: ({ id }) => id }), (files) => {
        const hash = (some: typeof files) => approvalHash(row, 'REQUEST', draft, { files: some });
        const whole = hash(files);
        const other = files.map((one, at) => (at === 0 ? { ...one, sha256: `${one.sha256}0` } : one));
        const renamed = files.map((one, at) => (at === 0 ? { ...one, id: `${one.id}0` } : one));
        expect(new Set([whole, hash(files.slice(1)), hash(other), hash(renamed)]).size).toBe(4);
        expect(hash(files.map(({ id, sha256 }) => ({ sha256, id })))).toBe(whole);
      }),
    );
  });

  it('covers what is said with a correction, and the version it takes the place of', () => {
    const hash = (note: string, corrects: string) => {
      const said = { note, language: 'ro', completeness: null, qualityMark: null } as const;
      return approvalHash(row, 'REQUEST_CORRECTION', { ...draft, said }, { files: [], corrects });
    };
    expect(new Set([hash('Strada.', 'one'), hash('Strada.', 'two'), hash('Numărul.', 'one')]).size).toBe(3);
  });

  it('of a draft without files is what it was before files were part of it', () => {
    const before = createHash('sha256')
      .update(
        canonicalJson({
          v: 1,
          exchange: row.id,
          type: row.typeCode,
          formVersion: row.formVersion,
          part: 'ANSWER',
          head: null,
          ...draft,
          marks: null,
        }),
        'utf8',
      )
      .digest('hex');
    expect(approvalHash(row, 'ANSWER', draft, none)).toBe(before);
  });
});
