import { Injectable } from '@nestjs/common';
import type { MoveInService } from '@soc-coop/contracts';
import type { CorrectMessageInput, ExchangeMoveInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { CORRECTION_OF, type CorrectionSaid, type Draft, type DraftContent } from '../records/draft';
import { DraftRepository } from '../records/draft.repository';
import { approvalRefusals } from './approval.rules';
import { correctionStagePatch } from './correct-message';
import { type Correction, Corrections } from './corrections';
import { ExchangeRights } from './exchange-rights';
import { type MoveEffect, type MoveInHand, MoveMaker } from './move-maker';
import { OutgoingDrafts } from './outgoing-drafts';

/** A correction as it lies with a second officer, with who submitted it and what it said. */
interface Submitted {
  readonly draft: Draft;
  readonly said: CorrectionSaid;
  readonly author: string;
}

/**
 * The second pair of eyes on corrections, where the first sending had one: what was read and approved by another
 * officer leaves with the approval, so that between the two nothing can come in.
 */
@Injectable()
export class CorrectionApprovals {
  constructor(
    private readonly moves: MoveMaker,
    private readonly outgoing: OutgoingDrafts,
    private readonly corrections: Corrections,
    private readonly drafts: DraftRepository,
    private readonly rights: ExchangeRights,
  ) {}

  /**
   * Submits a correction that could leave; from here on it is locked. The other side hears nothing of it.
   * @throws DomainError what every move can throw, what `Corrections.judge` throws, and
   *   exchange.approvalNotAsked, exchange.approvalPending
   */
  async submit(actor: Actor, input: CorrectMessageInput): Promise<string> {
    return this.moves.make(actor, 'SUBMIT_CORRECTION', input, async (hand) => {
      const known = await this.allowed(actor, 'SUBMIT_CORRECTION', hand);
      const correction = await this.corrections.judge(hand, input);
      const draft = draftOf(hand, correction, input.note);
      await this.keep(hand, known, draft);
      const { exchange, officer, side, at } = hand;
      const judged = { part: CORRECTION_OF[side], draft, corrects: correction.corrects };
      const contentSha256 = await this.outgoing.submit(exchange, judged, officer, at);
      return { patch: correctionStagePatch(side, 'PENDING'), contentSha256 };
    });
  }

  /**
   * Approves a submitted correction, which leaves at once as its author's: the next version of the message.
   * @throws DomainError what every move can throw, what `Corrections.judge` throws, and
   *   exchange.approvalNotPending, exchange.ownDraft, exchange.submittedOtherwise,
   *   exchange.authorCertificateMissing
   */
  async approve(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'APPROVE_CORRECTION', input, async (hand): Promise<MoveEffect> => {
      const { exchange, officer, side } = hand;
      const { draft, said, author } = submitted(await this.allowed(actor, 'APPROVE_CORRECTION', hand));
      await this.rights.requireAuthor(author, hand.standing);
      const correction = await this.corrections.judge(hand, { ...said, content: draft.content });
      const judged = { part: CORRECTION_OF[side], draft, corrects: correction.corrects };
      const contentSha256 = await this.outgoing.asSubmitted(exchange, judged);
      const by = { accountId: author, unitId: officer.unitId, locale: said.language };
      const messageId = await this.corrections.leave(hand, correction, by);
      return {
        patch: correctionStagePatch(side, null),
        contentSha256,
        then: { move: 'CORRECT', messageId, note: said.note },
      };
    });
  }

  /** Sends a submitted correction back to be written on; the note says what is missing. */
  async sendBack(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'SEND_CORRECTION_BACK', input, async (hand) => {
      await this.allowed(actor, 'SEND_CORRECTION_BACK', hand);
      await this.drafts.sendBack({ exchangeId: hand.exchange.id, part: CORRECTION_OF[hand.side] });
      return { patch: correctionStagePatch(hand.side, 'SENT_BACK') };
    });
  }

  /** The draft of the own side's correction, once nothing of the second pair of eyes stands against the move. */
  private async allowed(
    actor: Actor,
    move: MoveInService,
    { exchange, side }: MoveInHand,
  ): Promise<Draft | null> {
    const correction = await this.outgoing.find({ exchangeId: exchange.id, part: CORRECTION_OF[side] });
    const standing = await this.outgoing.standing(actor, exchange, { draft: null, correction });
    const [refusal] = approvalRefusals(move, standing);
    if (refusal !== undefined) throw new DomainError(refusal.code, refusal.params);
    return correction;
  }

  private async keep(
    { exchange, officer, side, at }: MoveInHand,
    known: Draft | null,
    draft: DraftContent,
  ): Promise<void> {
    const key = { exchangeId: exchange.id, part: CORRECTION_OF[side] };
    const save = { ...key, unitId: officer.unitId, by: officer.accountId, at };
    if (known === null) await this.drafts.insert(save, draft);
    else await this.drafts.replace(save, known.version, draft);
  }
}

/** The correction as it is approved: what is sent, and what is said with it. The person stands with the case. */
const draftOf = ({ officer }: MoveInHand, { content, quality }: Correction, note: string): DraftContent => ({
  content,
  subject: {},
  said: {
    note: note.trim(),
    language: officer.locale,
    completeness: quality?.completeness ?? null,
    qualityMark: quality?.qualityMark ?? null,
  },
});

const submitted = (draft: Draft | null): Submitted => {
  const { said, submittedBy } = draft ?? {};
  if (!draft || !said || !submittedBy) throw new DomainError('exchange.approvalNotPending');
  return { draft, said, author: submittedBy };
};
