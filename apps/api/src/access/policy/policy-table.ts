import {
  APPROVING_ROLES,
  type ErrorCode,
  type ExchangeMove,
  type ExchangeState,
  type Role,
  TRANSITIONS,
} from '@soc-coop/contracts';
import type { ResourceKind } from './facts';

/** How an actor stands to a resource. An actor may stand in several ways at once. */
export const RELATIONS = ['self', 'requester', 'replier', 'own-unit', 'own-country', 'elsewhere'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A role of a person, or the partner system itself. */
export type Holder = Role | 'CLIENT';

/** Whoever holds one of these roles and stands so to the resource. */
export interface Grant {
  readonly to: readonly Holder[] | 'STAFF' | 'ANYONE';
  readonly where: readonly Relation[];
}

/** One line of the policy. */
export interface Rule {
  readonly about: ResourceKind;
  /** True for acts that change something: never for auditors, and partner systems must name an officer. */
  readonly writes: boolean;
  readonly grants: readonly Grant[];
  /** The move of the exchange engine the act is, or prepares. */
  readonly move?: ExchangeMove;
  /** The states the act is possible in, where the move's own line in the transition table does not say it. */
  readonly states?: readonly ExchangeState[];
  /** What is answered where nothing is granted; hiding an object answers like its absence. */
  readonly otherwise: ErrorCode;
  /** True for what people do with their own sign-in: auditors may, although they change nothing else. */
  readonly personal?: true;
  /** Roles that take the grant away again, except from what is about oneself. */
  readonly notTo?: readonly Role[];
}

type RuleAbout<K extends ResourceKind> = Rule & { readonly about: K };

/** Who works on cases of a unit. Inspectors work on inspections and answer for them like caseworkers. */
const CASEWORK = ['CASEWORKER', 'INSPECTOR', 'UNIT_COORDINATOR'] as const satisfies readonly Role[];
/** Who reads the cases of a unit. */
const READERS = [...CASEWORK, 'APPROVER'] as const satisfies readonly Role[];
const SIDES = ['requester', 'replier'] as const satisfies readonly Relation[];

const onOwnSide = (...to: readonly Holder[]): Grant => ({ to, where: SIDES });
const inOwnCountry = (...to: readonly Holder[]): Grant => ({ to, where: ['own-country'] });
const anywhere = (...to: readonly Holder[]): Grant => ({ to, where: RELATIONS });

const everybody: Grant = { to: 'ANYONE', where: RELATIONS };
const allStaff: Grant = { to: 'STAFF', where: RELATIONS };

const move = (
  name: ExchangeMove,
  side: (typeof SIDES)[number] | typeof SIDES,
  states?: readonly ExchangeState[],
): RuleAbout<'exchange'> => ({
  about: 'exchange',
  writes: true,
  grants: [{ to: CASEWORK, where: typeof side === 'string' ? [side] : side }],
  move: name,
  ...(states === undefined ? {} : { states }),
  otherwise: 'exchange.notYourSide',
});
/** A move somebody else than the caseworkers of the side makes. */
const moveBy = (name: ExchangeMove, ...grants: readonly Grant[]): RuleAbout<'exchange'> => ({
  about: 'exchange',
  writes: true,
  grants,
  move: name,
  otherwise: 'exchange.notYourSide',
});
const reads = <K extends ResourceKind>(
  about: K,
  otherwise: ErrorCode,
  ...grants: readonly Grant[]
): RuleAbout<K> => ({
  about,
  writes: false,
  grants,
  otherwise,
});
const writes = <K extends ResourceKind>(about: K, ...grants: readonly Grant[]): RuleAbout<K> => ({
  about,
  writes: true,
  grants,
  otherwise: 'access.forbidden',
});

/**
 * Every act of the product and who may do it; what is not granted here is refused. The administrator manages
 * units and people and sees no case; the auditor reads everything without persons and changes nothing; the
 * national coordinator reads the sent cases of the country and assigns them, and makes no other move on them.
 */
export const POLICY = {
  'exchange:list': reads(
    'product',
    'access.forbidden',
    anywhere(...READERS, 'NATIONAL_COORDINATOR', 'AUDITOR', 'CLIENT'),
  ),
  // Who sees pseudonyms must not find out by searching whose they are.
  'exchange:searchByName': {
    ...reads('product', 'access.forbidden', anywhere(...READERS, 'NATIONAL_COORDINATOR', 'CLIENT')),
    notTo: ['AUDITOR'],
  },
  'exchange:view': reads(
    'exchange',
    'exchange.notFound',
    onOwnSide(...READERS, 'NATIONAL_COORDINATOR', 'CLIENT'),
    inOwnCountry('NATIONAL_COORDINATOR'),
    anywhere('AUDITOR'),
  ),
  'exchange:viewPersons': reads(
    'exchange',
    'access.forbidden',
    onOwnSide(...READERS, 'NATIONAL_COORDINATOR', 'CLIENT'),
    inOwnCountry('NATIONAL_COORDINATOR'),
  ),
  // Files are personal data as a whole: the two sides read them, nobody who looks on.
  'exchange:downloadFile': reads('exchange', 'file.notFound', onOwnSide(...READERS, 'CLIENT')),
  'exchange:revealIdentifiers': reads('exchange', 'access.forbidden', onOwnSide(...CASEWORK)),
  'exchange:open': move('OPEN', 'requester'),
  'exchange:saveDraft': move('SEND', 'requester', ['DRAFT']),
  'exchange:discard': move('DISCARD', 'requester'),
  'exchange:send': move('SEND', 'requester'),
  'exchange:accept': move('ACCEPT', 'replier'),
  'exchange:refuse': move('REFUSE', 'replier'),
  'exchange:saveAnswerDraft': move('ANSWER', 'replier', TRANSITIONS.ANSWER.from),
  'exchange:answer': move('ANSWER', 'replier'),
  'exchange:close': move('CLOSE', 'requester'),
  'exchange:askClarification': move('ASK_CLARIFICATION', 'replier'),
  'exchange:answerClarification': move('ANSWER_CLARIFICATION', 'requester'),
  'exchange:remind': move('REMIND', 'requester'),
  'exchange:replyToReminder': move('REPLY_TO_REMINDER', 'replier'),
  'exchange:invalidate': move('INVALIDATE', 'requester'),
  'exchange:withdraw': move('WITHDRAW', 'requester'),
  'exchange:forward': move('FORWARD', 'replier'),
  'exchange:submit': move('SUBMIT', 'requester'),
  'exchange:approve': moveBy('APPROVE', { to: APPROVING_ROLES, where: ['requester'] }),
  'exchange:sendBack': moveBy('SEND_BACK', { to: APPROVING_ROLES, where: ['requester'] }),
  'exchange:submitAnswer': move('SUBMIT_ANSWER', 'replier'),
  'exchange:approveAnswer': moveBy('APPROVE_ANSWER', { to: APPROVING_ROLES, where: ['replier'] }),
  'exchange:sendAnswerBack': moveBy('SEND_ANSWER_BACK', { to: APPROVING_ROLES, where: ['replier'] }),
  'exchange:assign': moveBy('ASSIGN', onOwnSide('UNIT_COORDINATOR'), inOwnCountry('NATIONAL_COORDINATOR')),
  'exchange:takeOver': moveBy('TAKE_OVER', onOwnSide(...CASEWORK)),
  'exchange:proposeDate': move('PROPOSE_DATE', 'replier'),
  'exchange:agreeDate': move('AGREE_DATE', 'requester'),
  'exchange:saveCorrectionDraft': move('CORRECT', SIDES),
  'exchange:correct': move('CORRECT', SIDES),
  'exchange:submitCorrection': move('SUBMIT_CORRECTION', SIDES),
  'exchange:approveCorrection': moveBy('APPROVE_CORRECTION', { to: APPROVING_ROLES, where: SIDES }),
  'exchange:sendCorrectionBack': moveBy('SEND_CORRECTION_BACK', { to: APPROVING_ROLES, where: SIDES }),
  'exchange:askAnew': move('ASK_ANEW', 'requester'),
  'exchange:askReopening': move('ASK_REOPENING', SIDES),
  'exchange:agreeReopening': move('AGREE_REOPENING', SIDES),
  'exchange:declineReopening': move('DECLINE_REOPENING', SIDES),

  // Auditors change nothing: they use the views that are given.
  'savedView:manageOwn': writes('product', anywhere(...READERS, 'NATIONAL_COORDINATOR')),
  'savedView:share': writes('unit', { to: ['UNIT_COORDINATOR'], where: ['own-unit'] }),

  'unit:view': reads('product', 'access.forbidden', everybody),
  'unit:manage': writes('unit', inOwnCountry('ADMINISTRATOR')),

  'calendar:view': reads('product', 'access.forbidden', everybody),
  // The law of a country is known there: nobody else moves the deadlines of its units.
  'calendar:manage': writes('country', inOwnCountry('ADMINISTRATOR', 'NATIONAL_COORDINATOR')),

  'account:list': reads('product', 'access.forbidden', allStaff),
  'account:view': reads(
    'account',
    'directory.accountNotFound',
    { to: 'STAFF', where: ['self', 'own-unit'] },
    inOwnCountry('ADMINISTRATOR', 'NATIONAL_COORDINATOR'),
    anywhere('AUDITOR'),
  ),
  // Who sees pseudonyms must not search for names.
  'account:searchByName': { ...reads('product', 'access.forbidden', allStaff), notTo: ['AUDITOR'] },
  // The officer on the other side of a case is known by name; auditors see a pseudonym.
  'account:viewName': { ...reads('account', 'access.forbidden', everybody), notTo: ['AUDITOR'] },
  'account:viewContact': {
    ...reads(
      'account',
      'access.forbidden',
      { to: 'STAFF', where: ['self', 'own-unit'] },
      inOwnCountry('ADMINISTRATOR', 'NATIONAL_COORDINATOR'),
    ),
    notTo: ['AUDITOR'],
  },
  'account:viewRoles': reads(
    'account',
    'access.forbidden',
    { to: 'STAFF', where: ['self', 'own-unit'] },
    inOwnCountry('ADMINISTRATOR', 'NATIONAL_COORDINATOR'),
    anywhere('AUDITOR'),
  ),
  'account:manage': writes('account', inOwnCountry('ADMINISTRATOR')),

  'agreement:view': reads('product', 'access.forbidden', everybody),

  'training:view': reads('product', 'access.forbidden', everybody),
  'training:enrol': writes('product', allStaff),
  'training:viewParticipants': reads(
    'unit',
    'access.forbidden',
    { to: ['TRAINING_ORGANISER', 'UNIT_COORDINATOR'], where: ['own-unit'] },
    inOwnCountry('NATIONAL_COORDINATOR'),
    anywhere('AUDITOR'),
  ),
  'training:organise': writes('unit', { to: ['TRAINING_ORGANISER'], where: ['own-unit'] }),
  'certificate:view': reads(
    'account',
    'directory.accountNotFound',
    { to: 'STAFF', where: ['self'] },
    { to: ['UNIT_COORDINATOR', 'TRAINING_ORGANISER'], where: ['own-unit'] },
    inOwnCountry('NATIONAL_COORDINATOR', 'ADMINISTRATOR'),
    anywhere('AUDITOR'),
  ),

  'audit:view': reads('product', 'access.forbidden', anywhere('AUDITOR')),
  'session:manageOwn': { ...writes('product', allStaff), personal: true },
  'client:manage': writes('unit', inOwnCountry('ADMINISTRATOR')),
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof POLICY;
/** The kind of resource an action is about. */
export type AboutOf<A extends Action> = (typeof POLICY)[A]['about'];
