import { Injectable } from '@nestjs/common';
import {
  type CertificateKind,
  type ExchangeMove,
  MOVES_IN_SERVICE,
  type MoveInService,
  type Refusal,
} from '@soc-coop/contracts';
import { type Action, type ExchangeFacts, Policy } from '../../access';
import { type CoverageAnswer, CoverageService } from '../../agreements';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { CertificatesService } from '../../trainings';
import { CaseAhead } from '../read-plans/case-ahead';
import { lookOfMove } from '../read-plans/move-look';
import type { ExchangeRow } from '../records/exchange.row';

/** The policy's name of every move this release makes. */
const ACTIONS: Readonly<Record<MoveInService, Action>> = {
  OPEN: 'exchange:open',
  DISCARD: 'exchange:discard',
  SEND: 'exchange:send',
  ACCEPT: 'exchange:accept',
  REFUSE: 'exchange:refuse',
  ANSWER: 'exchange:answer',
  CLOSE: 'exchange:close',
  ASK_CLARIFICATION: 'exchange:askClarification',
  ANSWER_CLARIFICATION: 'exchange:answerClarification',
  REMIND: 'exchange:remind',
  REPLY_TO_REMINDER: 'exchange:replyToReminder',
  INVALIDATE: 'exchange:invalidate',
  WITHDRAW: 'exchange:withdraw',
  FORWARD: 'exchange:forward',
  SUBMIT: 'exchange:submit',
  APPROVE: 'exchange:approve',
  SEND_BACK: 'exchange:sendBack',
  SUBMIT_ANSWER: 'exchange:submitAnswer',
  APPROVE_ANSWER: 'exchange:approveAnswer',
  SEND_ANSWER_BACK: 'exchange:sendAnswerBack',
  ASSIGN: 'exchange:assign',
  TAKE_OVER: 'exchange:takeOver',
  PROPOSE_DATE: 'exchange:proposeDate',
  AGREE_DATE: 'exchange:agreeDate',
  CORRECT: 'exchange:correct',
  SUBMIT_CORRECTION: 'exchange:submitCorrection',
  APPROVE_CORRECTION: 'exchange:approveCorrection',
  SEND_CORRECTION_BACK: 'exchange:sendCorrectionBack',
  ASK_ANEW: 'exchange:askAnew',
  ASK_REOPENING: 'exchange:askReopening',
  AGREE_REOPENING: 'exchange:agreeReopening',
  DECLINE_REOPENING: 'exchange:declineReopening',
};

/** Moves that put personal data on the way or take them in: agreement and certificates are asked for these. */
const EXCHANGES_DATA: ReadonlySet<ExchangeMove> = new Set<ExchangeMove>([
  'OPEN',
  'SUBMIT',
  'SUBMIT_ANSWER',
  'SEND',
  'ACCEPT',
  'ASK_CLARIFICATION',
  'ANSWER_CLARIFICATION',
  'ANSWER',
  'CORRECT',
  'SUBMIT_CORRECTION',
  'APPROVE_CORRECTION',
  'AGREE_REOPENING',
]);

/** Where whoever makes the move did not write what leaves: certificates are asked of the one who did. */
const WRITTEN_BY_ANOTHER: ReadonlySet<ExchangeMove> = new Set<ExchangeMove>(['APPROVE_CORRECTION']);

const isInService = (move: ExchangeMove): move is MoveInService =>
  MOVES_IN_SERVICE.some((known) => known === move);

/** What the policy must know of an exchange. */
export const factsOf = (exchange: ExchangeRow): ExchangeFacts => ({
  type: exchange.typeCode,
  state: exchange.state,
  sent: exchange.sentAt !== null,
  requestingUnitId: exchange.requestingUnitId,
  requestingCountry: exchange.requestingCountry,
  replyingUnitId: exchange.replyingUnitId,
  replyingCountry: exchange.replyingCountry,
});

/** What is known of a move before anything is read: the exchange, and whether something will be said. */
interface Foreseen {
  readonly id: string;
  readonly note?: string | null | undefined;
}

/** How an exchange and the officer stand to agreement and trainings today; asked once per look or move. */
export interface Standing {
  readonly coverage: CoverageAnswer;
  readonly missing: readonly CertificateKind[];
}

/** Asks the policy about moves, with what agreements and trainings say. */
@Injectable()
export class ExchangeRights {
  constructor(
    private readonly policy: Policy,
    private readonly coverage: CoverageService,
    private readonly certificates: CertificatesService,
    private readonly ahead: CaseAhead,
  ) {}

  /** Locks an exchange and asks for everything a move of it will be judged by; false where none is within reach. */
  async foresee(actor: Actor, move: ExchangeMove, { id, note }: Foreseen): Promise<boolean> {
    return this.ahead.forMove(actor, id, lookOfMove(move, (note ?? '') !== ''));
  }

  /**
   * Lets a move pass the policy and gives back how the case stands, so that nobody asks twice; null for a move that
   * puts no data on the way, for which nobody asks.
   * @throws DomainError with the first refusal of the policy.
   */
  async require(actor: Actor, move: ExchangeMove, exchange: ExchangeRow): Promise<Standing | null> {
    if (!isInService(move))
      throw new DomainError('exchange.moveNotPossible', { move, state: exchange.state });
    const standing = EXCHANGES_DATA.has(move) ? await this.standing(actor, exchange) : null;
    this.policy.require(actor, ACTIONS[move], factsFor(move, exchange, standing));
    return standing;
  }

  /**
   * Lets something leave in the name of the officer who wrote it, as long as that officer may still send it: a
   * certificate may have run out while it waited.
   * @throws DomainError exchange.authorCertificateMissing
   */
  async requireAuthor(author: string, standing: Standing | null): Promise<void> {
    if (standing?.coverage.covered !== true) return;
    const { certificates } = standing.coverage.citation;
    const [certificate] = await this.certificates.missing(author, certificates, this.coverage.today());
    if (certificate !== undefined)
      throw new DomainError('exchange.authorCertificateMissing', { certificate });
  }

  /** Says what stands against a move of an exchange, for the list of what one can do now. */
  refusals(actor: Actor, move: MoveInService, exchange: ExchangeRow, standing: Standing): readonly Refusal[] {
    return this.policy.decide(actor, ACTIONS[move], factsFor(move, exchange, standing)).refusals;
  }

  /** A draft is judged by what is in force today; a sent exchange by the version it was sent under. */
  async standing(actor: Actor, exchange: ExchangeRow): Promise<Standing> {
    const { typeCode, requestingUnitId, replyingUnitId, agreementVersionId } = exchange;
    const coverage = await this.coverage.coverage(
      { type: typeCode, requestingUnitId, replyingUnitId, citedVersionId: agreementVersionId },
      exchange.sentAt === null ? 'SEND' : 'ANSWER',
    );
    if (!coverage.covered) return { coverage, missing: [] };
    const officer = actor.kind === 'client' ? actor.actingFor : actor;
    if (officer?.kind !== 'staff') return { coverage, missing: [] };
    const { certificates } = coverage.citation;
    const today = this.coverage.today();
    return { coverage, missing: await this.certificates.missing(officer.accountId, certificates, today) };
  }
}

const factsFor = (move: ExchangeMove, exchange: ExchangeRow, standing: Standing | null): ExchangeFacts => {
  // While an exchange is being opened there is none yet that could be in a state.
  const facts = move === 'OPEN' ? { ...factsOf(exchange), state: null } : factsOf(exchange);
  if (!EXCHANGES_DATA.has(move)) return facts;
  if (standing === null) throw new Error(`${move} is not judged without agreement and trainings`);
  const { coverage, missing } = standing;
  return {
    ...facts,
    certificateMissing: WRITTEN_BY_ANOTHER.has(move) ? null : (missing[0] ?? null),
    coverageRefusals: coverage.covered ? [] : coverage.refusals,
  };
};
