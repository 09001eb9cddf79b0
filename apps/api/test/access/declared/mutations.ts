import type { ErrorCode } from '@soc-coop/contracts';
import { ANSWER, requestOf } from '../../support/exchange-factory';
import { freshKey } from '../../support/browser';
import type { Declaration, Who } from '../declaration';
import type { Probe } from '../probe';
import type { Moved, World } from '../world';
import {
  ADMINISTRATORS_HERE,
  AUDITORS,
  COORDINATORS_HERE,
  mergeWho,
  READ,
  STAFF,
  WORK,
  WRITERS,
} from './groups';

const NO_ID = '00000000-0000-7000-8000-000000000000';

/** What everybody of the staff may do with the own sign-in, auditors too. */
const own = (field: string, probe: Probe, allowed: Who = STAFF): Declaration => ({
  field: `Mutation.${field}`,
  probe,
  staff: { allowed },
  otherwise: 'refused',
  nobody: 'sign-in',
  system: 'refused',
});

const key = () => ({ key: freshKey() });

const ownSignIn: readonly Declaration[] = [
  own('actAs', {
    query: `mutation($key: String!) { actAs(membership: "${NO_ID}", idempotencyKey: $key) { locale } }`,
    variables: key,
    passes: ['access.membershipNotFound'],
  }),
  own('changePassword', {
    query: `mutation($key: String!) {
      changePassword(current: "not the right one", next: "vaporul pleaca la noua", idempotencyKey: $key) }`,
    variables: key,
    passes: ['access.passwordWrong'],
  }),
  own('markAccountNoticesSeen', {
    query: `mutation($input: MarkAccountNoticesSeenInput!) { markAccountNoticesSeen(input: $input) }`,
    variables: () => ({ input: { idempotencyKey: freshKey(), ids: [NO_ID] } }),
  }),
  own('confirmSecondFactor', {
    query: 'mutation($key: String!) { confirmSecondFactor(code: "000000", idempotencyKey: $key) }',
    variables: key,
    passes: ['access.secondFactorMissing'],
  }),
  own('endOtherSignInSessions', {
    query: 'mutation($key: String!) { endOtherSignInSessions(idempotencyKey: $key) }',
    variables: key,
  }),
  own('endSignInSession', {
    query: `mutation($key: String!) { endSignInSession(id: "${NO_ID}", idempotencyKey: $key) }`,
    variables: key,
    passes: ['access.sessionNotFound'],
  }),
  own('removeSecondFactor', {
    query: 'mutation($key: String!) { removeSecondFactor(code: "00000000", idempotencyKey: $key) }',
    variables: key,
    passes: ['access.secondFactorFailed', 'access.secondFactorCompulsory'],
  }),
  own('setLocale', {
    query: 'mutation($key: String!) { setLocale(locale: en, idempotencyKey: $key) { locale } }',
    variables: key,
  }),
  own('startSecondFactor', {
    query: 'mutation($key: String!) { startSecondFactor(code: "00000000", idempotencyKey: $key) { uri } }',
    variables: key,
    passes: ['access.secondFactorFailed'],
  }),
  own(
    'cancelEnrolment',
    {
      query: `mutation($key: String!) { cancelEnrolment(session: "${NO_ID}", idempotencyKey: $key) { id } }`,
      variables: key,
      passes: ['training.sessionNotFound', 'training.notEnrolled'],
    },
    WRITERS,
  ),
  own(
    'enrolInTraining',
    {
      query: `mutation($key: String!) { enrolInTraining(session: "${NO_ID}", idempotencyKey: $key) { id } }`,
      variables: key,
      passes: ['training.sessionNotFound'],
    },
    WRITERS,
  ),
];

/** What administrators of the asking country may do; strangers to the person learn nothing of the person. */
const administration: readonly Declaration[] = [
  {
    field: 'Mutation.createAccount',
    probe: {
      query: 'mutation($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }',
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          email: `${freshKey()}@matrix.example`,
          givenName: 'Ana',
          familyName: 'Neculai',
          locale: 'ro',
          memberships: [{ unit: NO_ID, role: 'CASEWORKER' }],
        },
      }),
      passes: ['directory.unitNotFound'],
    },
    staff: {
      allowed: mergeWho(ADMINISTRATORS_HERE, { asked: ['ADMINISTRATOR'], abroad: ['ADMINISTRATOR'] }),
    },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'refused',
  },
  {
    field: 'Mutation.updateAccount',
    probe: {
      query: 'mutation($input: UpdateAccountInput!) { updateAccount(input: $input) { id } }',
      variables: ({ colleague }) => ({
        input: { idempotencyKey: freshKey(), id: colleague.id, version: 999_999, locale: 'ro' },
      }),
      passes: ['request.stale'],
    },
    staff: {
      allowed: ADMINISTRATORS_HERE,
      refused: mergeWho(
        {
          asking: ['NATIONAL_COORDINATOR', 'TRAINING_ORGANISER', 'AGREEMENT_OFFICER', ...READ],
          country: ['NATIONAL_COORDINATOR'],
        },
        AUDITORS,
      ),
    },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'refused',
  },
  {
    field: 'Mutation.resetAccountPassword',
    probe: {
      query: 'mutation($id: ID!, $key: String!) { resetAccountPassword(id: $id, idempotencyKey: $key) }',
      variables: ({ colleague }) => ({ id: colleague.id, ...key() }),
    },
    staff: {
      allowed: ADMINISTRATORS_HERE,
      refused: mergeWho(
        {
          asking: ['NATIONAL_COORDINATOR', 'TRAINING_ORGANISER', 'AGREEMENT_OFFICER', ...READ],
          country: ['NATIONAL_COORDINATOR'],
        },
        AUDITORS,
      ),
    },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'refused',
  },
  {
    field: 'Mutation.takeOffSecondFactor',
    probe: {
      query: 'mutation($input: TakeOffSecondFactorInput!) { takeOffSecondFactor(input: $input) { id } }',
      variables: ({ colleague }) => ({
        input: { idempotencyKey: freshKey(), id: colleague.id, reason: 'LOST' },
      }),
      passes: ['access.secondFactorMissing'],
    },
    staff: {
      allowed: ADMINISTRATORS_HERE,
      refused: mergeWho(
        {
          asking: ['NATIONAL_COORDINATOR', 'TRAINING_ORGANISER', 'AGREEMENT_OFFICER', ...READ],
          country: ['NATIONAL_COORDINATOR'],
        },
        AUDITORS,
      ),
    },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'refused',
  },
  {
    field: 'Mutation.createUnit',
    probe: {
      query: 'mutation($input: CreateUnitInput!) { createUnit(input: $input) { id } }',
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          code: 'RO-MATRIX',
          country: 'RO',
          kind: 'NO_SUCH_KIND',
          name: { ro: 'x', bg: 'x', en: 'x' },
          shortName: { ro: 'x', bg: 'x', en: 'x' },
          territories: [],
          competences: [],
          languages: ['ro'],
          contactPoints: [],
        },
      }),
      passes: ['directory.kindUnknown'],
    },
    staff: { allowed: ADMINISTRATORS_HERE },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'refused',
  },
  {
    field: 'Mutation.updateUnit',
    probe: {
      query: 'mutation($input: UpdateUnitInput!) { updateUnit(input: $input) { id } }',
      variables: ({ units }) => ({
        input: { idempotencyKey: freshKey(), id: units.asking, version: 999_999, languages: ['ro'] },
      }),
      passes: ['request.stale'],
    },
    staff: { allowed: ADMINISTRATORS_HERE },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'refused',
  },
];

/** Who keeps the calendar of the asking country. */
const calendarKeeping = (
  name: string,
  type: string,
  input: (world: World) => object,
  passes: ErrorCode,
): Declaration => ({
  field: `Mutation.${name}`,
  probe: {
    query: `mutation($input: ${type}!) { ${name}(input: $input) { id } }`,
    variables: (world) => ({
      input: {
        idempotencyKey: freshKey(),
        act: { title: 'x', number: '1', date: '2026-01-05', text: 'x' },
        reason: 'x',
        ...input(world),
      },
    }),
    passes: [passes],
  },
  staff: { allowed: mergeWho(ADMINISTRATORS_HERE, COORDINATORS_HERE) },
  otherwise: 'refused',
  nobody: 'sign-in',
  system: 'refused',
});

const MONDAY = { day: '2027-03-08', working: true, name: { ro: 'x', bg: 'x', en: 'x' } };

const calendars: readonly Declaration[] = [
  calendarKeeping(
    'addCalendarDay',
    'AddCalendarDayInput',
    () => ({ country: 'RO', ...MONDAY }),
    'calendar.notWeekend',
  ),
  calendarKeeping(
    'changeCalendarDay',
    'ChangeCalendarDayInput',
    ({ calendarDay }) => ({ id: calendarDay, version: 999_999, ...MONDAY }),
    'request.stale',
  ),
  calendarKeeping(
    'removeCalendarDay',
    'RemoveCalendarDayInput',
    ({ calendarDay }) => ({ id: calendarDay, version: 999_999 }),
    'request.stale',
  ),
];

/** They read and assign the sent cases of their country, so they are told that the other moves are not theirs. */
export const COORDINATORS_ELSEWHERE: Who = {
  country: ['NATIONAL_COORDINATOR'],
  abroad: ['NATIONAL_COORDINATOR'],
};

/** A move of one side: the side's workers make it, its other readers and the other side are told why not. */
export const moveOf = (side: 'asking' | 'asked', field: string, probe: Probe): Declaration => {
  const other = side === 'asking' ? 'asked' : 'asking';
  const refused: Who = {
    [side]: ['APPROVER', 'NATIONAL_COORDINATOR'],
    [other]: [...READ, 'NATIONAL_COORDINATOR'],
    ...COORDINATORS_ELSEWHERE,
  };
  return {
    field: `Mutation.${field}`,
    probe,
    staff: { allowed: { [side]: WORK }, refused: mergeWho(refused, AUDITORS) },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'refused',
  };
};

/** A move of either side: the workers of both make it, their other readers are told why not. */
export const moveOfBoth = (field: string, probe: Probe): Declaration => ({
  ...moveOf('asking', field, probe),
  staff: {
    allowed: { asking: WORK, asked: WORK },
    refused: mergeWho(
      { asking: ['APPROVER', 'NATIONAL_COORDINATOR'], asked: ['APPROVER', 'NATIONAL_COORDINATOR'] },
      COORDINATORS_ELSEWHERE,
      AUDITORS,
    ),
  },
});

/** The same before it is sent: for everybody outside the asking unit it does not exist. */
export const draftMove = (field: string, probe: Probe): Declaration => ({
  ...moveOf('asking', field, probe),
  staff: {
    allowed: { asking: WORK },
    refused: mergeWho({ asking: ['APPROVER', 'NATIONAL_COORDINATOR'] }, AUDITORS),
  },
});

/** A mutation on an exchange in a state, made anew when a probe has moved the last one. */
export const moving = (
  name: string,
  type: string,
  state: Moved,
  more: object = {},
  passes: readonly ErrorCode[] = [],
): Probe => ({
  query: `mutation($input: ${type}!) { ${name}(input: $input) { id } }`,
  variables: async ({ inState }: World) => ({
    input: { idempotencyKey: freshKey(), ...(await inState(state)), ...more },
  }),
  passes,
});

const moves: readonly Declaration[] = [
  {
    field: 'Mutation.openExchange',
    probe: {
      query: 'mutation($input: OpenExchangeInput!) { openExchange(input: $input) { id } }',
      variables: () => ({ input: { idempotencyKey: freshKey(), type: 'EX02' } }),
    },
    // Whoever works on cases may begin one for the own unit; whom it will ask is chosen later.
    staff: { allowed: { asking: WORK, country: WORK, asked: WORK, abroad: WORK } },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'refused',
  },
  draftMove(
    'saveExchangeDraft',
    moving('saveExchangeDraft', 'SaveExchangeDraftInput', 'draft', { ...requestOf(), version: 999_999 }, [
      'exchange.changedMeanwhile',
    ]),
  ),
  draftMove('removeDraftFile', {
    query: 'mutation($input: RemoveDraftFileInput!) { removeDraftFile(input: $input) { id } }',
    variables: async ({ draftFile }) => ({
      input: { idempotencyKey: freshKey(), id: (await draftFile()).file },
    }),
  }),
  draftMove('discardExchangeDraft', moving('discardExchangeDraft', 'ExchangeMoveInput', 'draft')),
  draftMove('sendExchange', moving('sendExchange', 'ExchangeMoveInput', 'draft')),
  moveOf('asked', 'acceptExchange', moving('acceptExchange', 'ExchangeMoveInput', 'sent')),
  moveOf(
    'asked',
    'refuseExchange',
    moving('refuseExchange', 'ReasonedMoveInput', 'sent', { reasonCode: '98' }, ['exchange.reasonUnknown']),
  ),
  moveOf(
    'asked',
    'saveAnswerDraft',
    moving('saveAnswerDraft', 'SaveAnswerDraftInput', 'accepted', { content: {}, version: 999_999 }, [
      'exchange.changedMeanwhile',
    ]),
  ),
  moveOf(
    'asked',
    'answerExchange',
    moving('answerExchange', 'AnswerExchangeInput', 'accepted', { ...ANSWER, content: {} }, [
      'exchange.contentInvalid',
    ]),
  ),
  moveOf(
    'asking',
    'closeExchange',
    moving('closeExchange', 'ReasonedMoveInput', 'answered', { reasonCode: '98' }, [
      'exchange.reasonUnknown',
    ]),
  ),
  moveOf(
    'asked',
    'askClarification',
    moving('askClarification', 'ReasonedMoveInput', 'accepted', { reasonCode: '01' }, [
      'exchange.explanationMissing',
    ]),
  ),
  moveOf(
    'asking',
    'answerClarification',
    moving('answerClarification', 'ExchangeMoveInput', 'accepted', { note: 'x' }, [
      'exchange.moveNotPossible',
    ]),
  ),
  moveOf('asking', 'remindReplier', moving('remindReplier', 'ExchangeMoveInput', 'sent')),
  moveOf(
    'asked',
    'replyToReminder',
    moving('replyToReminder', 'ReasonedMoveInput', 'sent', { reasonCode: '01' }, ['exchange.noReminder']),
  ),
  moveOf(
    'asking',
    'invalidateExchange',
    moving('invalidateExchange', 'ReasonedMoveInput', 'sent', { reasonCode: '98' }, [
      'exchange.reasonUnknown',
    ]),
  ),
  moveOf(
    'asking',
    'withdrawExchange',
    moving('withdrawExchange', 'ExchangeMoveInput', 'sent', {}, ['exchange.explanationMissing']),
  ),
  moveOf(
    'asked',
    'proposeDate',
    moving('proposeDate', 'ProposeDateInput', 'accepted', { date: '2020-01-06' }, ['exchange.dateNotAhead']),
  ),
  moveOf(
    'asking',
    'agreeDate',
    moving('agreeDate', 'ExchangeMoveInput', 'accepted', {}, ['exchange.noDateProposed']),
  ),
  moveOfBoth(
    'saveCorrectionDraft',
    moving('saveCorrectionDraft', 'SaveCorrectionDraftInput', 'answered', { content: {}, version: 999_999 }, [
      'exchange.changedMeanwhile',
    ]),
  ),
  moveOfBoth(
    'correctMessage',
    moving('correctMessage', 'CorrectMessageInput', 'answered', { content: {}, note: 'x' }, [
      'exchange.contentInvalid',
    ]),
  ),
  moveOfBoth(
    'askReopening',
    moving('askReopening', 'ReasonedMoveInput', 'closed', { reasonCode: '98' }, ['exchange.reasonUnknown']),
  ),
  moveOfBoth(
    'agreeReopening',
    moving('agreeReopening', 'ExchangeMoveInput', 'closed', {}, ['exchange.noReopeningAsked']),
  ),
  moveOfBoth(
    'declineReopening',
    moving('declineReopening', 'ReasonedMoveInput', 'closed', { reasonCode: '01' }, [
      'exchange.noReopeningAsked',
    ]),
  ),
  {
    field: 'Mutation.markNoticesSeen',
    probe: {
      query: 'mutation($input: MarkNoticesSeenInput!) { markNoticesSeen(input: $input) }',
      variables: () => ({ input: { idempotencyKey: freshKey(), upTo: '2020-01-01T00:00:00Z' } }),
    },
    staff: {
      allowed: mergeWho(
        ...(['asking', 'asked', 'country', 'abroad'] as const).map((relation) => ({
          [relation]: [...READ, 'NATIONAL_COORDINATOR'] as const,
        })),
      ),
    },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Mutation.markNoticesUnseen',
    probe: {
      query: 'mutation($input: MarkNoticesUnseenInput!) { markNoticesUnseen(input: $input) }',
      variables: () => ({ input: { idempotencyKey: freshKey(), seenAt: '2020-01-01T00:00:00Z' } }),
    },
    staff: {
      allowed: mergeWho(
        ...(['asking', 'asked', 'country', 'abroad'] as const).map((relation) => ({
          [relation]: [...READ, 'NATIONAL_COORDINATOR'] as const,
        })),
      ),
    },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'allowed',
  },
];

/** Every change of the schema. */
export const MUTATIONS: readonly Declaration[] = [...ownSignIn, ...administration, ...calendars, ...moves];
