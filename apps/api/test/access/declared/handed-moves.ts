import { ANSWER } from '../../support/exchange-factory';
import { freshKey } from '../../support/browser';
import type { Declaration, Who } from '../declaration';
import { at, type Json, type Probe } from '../probe';
import { AUDITORS, mergeWho, READ, WITHOUT_CASES } from './groups';
import { COORDINATORS_ELSEWHERE, draftMove, moveOf, moveOfBoth, moving } from './mutations';

const NO_ID = '00000000-0000-7000-8000-000000000000';
const EVERYWHERE = ['asking', 'asked', 'country', 'abroad'] as const;

/** A move of the second pair of eyes of a side; on drafts the other side is told nothing at all. */
const approverMove = (side: 'asking' | 'asked', declaration: Declaration): Declaration => ({
  ...declaration,
  staff: {
    allowed: { [side]: ['APPROVER', 'UNIT_COORDINATOR'] },
    refused: mergeWho(
      { [side]: ['CASEWORKER', 'INSPECTOR', 'NATIONAL_COORDINATOR'] },
      side === 'asked' ? { asking: [...READ, 'NATIONAL_COORDINATOR'], ...COORDINATORS_ELSEWHERE } : {},
      AUDITORS,
    ),
  },
});

/** The same on a case both sides know, for whichever side the correction is of. */
const approverOfBoth = (field: string, probe: Probe): Declaration => ({
  ...moveOfBoth(field, probe),
  staff: {
    allowed: { asking: ['APPROVER', 'UNIT_COORDINATOR'], asked: ['APPROVER', 'UNIT_COORDINATOR'] },
    refused: mergeWho(
      { asking: ['CASEWORKER', 'INSPECTOR', 'NATIONAL_COORDINATOR'] },
      { asked: ['CASEWORKER', 'INSPECTOR', 'NATIONAL_COORDINATOR'] },
      COORDINATORS_ELSEWHERE,
      AUDITORS,
    ),
  },
});

const officersOnly: Who = { asking: ['CASEWORKER', 'INSPECTOR', 'APPROVER'] };

/** Moves that put a case into other hands, and those of the second pair of eyes. */
export const HANDED: readonly Declaration[] = [
  moveOf('asked', 'forwardExchange', {
    query: 'mutation($input: ForwardExchangeInput!) { forwardExchange(input: $input) { number } }',
    variables: async ({ inState }) => ({
      input: { idempotencyKey: freshKey(), ...(await inState('sent')), reasonCode: '98', unit: NO_ID },
    }),
    passes: ['exchange.reasonUnknown'],
  }),
  {
    ...moveOf(
      'asked',
      'assignExchange',
      moving('assignExchange', 'AssignExchangeInput', 'accepted', { handler: NO_ID }, [
        'exchange.handlerNotEligible',
      ]),
    ),
    staff: {
      allowed: mergeWho(
        { asking: ['UNIT_COORDINATOR'], asked: ['UNIT_COORDINATOR'] },
        ...EVERYWHERE.map((relation): Who => ({ [relation]: ['NATIONAL_COORDINATOR'] })),
      ),
      refused: mergeWho(officersOnly, { asked: officersOnly.asking ?? [] }, AUDITORS),
    },
  },
  moveOfBoth('takeOverExchange', moving('takeOverExchange', 'ExchangeMoveInput', 'accepted')),
  draftMove(
    'submitExchange',
    moving('submitExchange', 'ExchangeMoveInput', 'draft', {}, ['exchange.approvalNotAsked']),
  ),
  approverMove(
    'asking',
    draftMove(
      'approveExchange',
      moving('approveExchange', 'ExchangeMoveInput', 'draft', {}, ['exchange.moveNotPossible']),
    ),
  ),
  approverMove(
    'asking',
    draftMove(
      'sendExchangeBack',
      moving('sendExchangeBack', 'ExchangeMoveInput', 'draft', { note: 'x' }, ['exchange.moveNotPossible']),
    ),
  ),
  moveOf(
    'asked',
    'submitAnswer',
    moving('submitAnswer', 'AnswerExchangeInput', 'accepted', ANSWER, ['exchange.approvalNotAsked']),
  ),
  approverMove(
    'asked',
    moveOf(
      'asked',
      'approveAnswer',
      moving('approveAnswer', 'ExchangeMoveInput', 'accepted', {}, ['exchange.approvalNotPending']),
    ),
  ),
  approverMove(
    'asked',
    moveOf(
      'asked',
      'sendAnswerBack',
      moving('sendAnswerBack', 'ExchangeMoveInput', 'accepted', { note: 'x' }, [
        'exchange.approvalNotPending',
      ]),
    ),
  ),
  moveOfBoth(
    'submitCorrection',
    moving('submitCorrection', 'CorrectMessageInput', 'answered', { content: {}, note: 'x' }, [
      'exchange.approvalNotAsked',
    ]),
  ),
  approverOfBoth(
    'approveCorrection',
    moving('approveCorrection', 'ExchangeMoveInput', 'answered', {}, ['exchange.approvalNotPending']),
  ),
  approverOfBoth(
    'sendCorrectionBack',
    moving('sendCorrectionBack', 'ExchangeMoveInput', 'answered', { note: 'x' }, [
      'exchange.approvalNotPending',
    ]),
  ),
  moveOf('asking', 'askAnew', moving('askAnew', 'ExchangeMoveInput', 'sent')),
  {
    field: 'ExchangeDraft.note',
    of: 'an answer submitted for approval',
    probe: {
      query: 'query($id: ID!) { exchange(id: $id) { draft { note } } }',
      variables: ({ submittedAnswer }) => ({ id: submittedAnswer }),
      shows: (data: Json) => at(data, 'exchange', 'draft', 'note') === 'invented',
    },
    staff: {
      allowed: { asked: [...READ, 'NATIONAL_COORDINATOR'] },
      masked: mergeWho(
        { asking: [...READ, 'NATIONAL_COORDINATOR'] },
        { country: ['NATIONAL_COORDINATOR'], abroad: ['NATIONAL_COORDINATOR'] },
        AUDITORS,
      ),
      refused: WITHOUT_CASES,
    },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'masked',
  },
];
