import { Injectable } from '@nestjs/common';
import type { Completeness, QualityMark } from '@soc-coop/contracts';
import { canonicalJson } from '@soc-coop/domain';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { CORRECTION_OF } from '../records/draft';
import { DraftRepository } from '../records/draft.repository';
import type { MessageRow } from '../records/exchange.row';
import { MessageRepository } from '../records/message.repository';
import { SubjectRegister } from '../subjects/subject-register';
import { ContentCheck } from '../types/content-check';
import { MessageWriter, type OutgoingMessage } from './message-writer';
import type { MoveInHand } from './move-maker';

/** What an officer wants a message to say instead. */
interface CorrectedContent {
  readonly content: Record<string, unknown>;
  readonly completeness?: Completeness | null | undefined;
  readonly qualityMark?: QualityMark | null | undefined;
}

/** What differs between correcting a request and correcting an answer. */
type Corrected = Pick<OutgoingMessage, 'kind' | 'toUnitId' | 'content' | 'subject' | 'quality'>;

/** A correction that may leave: it has passed every check the first sending passed, and says something else. */
export interface Correction extends Corrected {
  /** The hash of the version it takes the place of. */
  readonly corrects: string;
}

/** Judges and sends corrections, whoever presses the button: their author, or the officer who approved them. */
@Injectable()
export class Corrections {
  constructor(
    private readonly messages: MessageRepository,
    private readonly writer: MessageWriter,
    private readonly drafts: DraftRepository,
    private readonly register: SubjectRegister,
    private readonly check: ContentCheck,
  ) {}

  /**
   * Holds a correction against everything the first sending was held against.
   * @throws DomainError exchange.nothingSentYet, exchange.nothingCorrected, exchange.contentInvalid,
   *   exchange.confirmationMissing, exchange.unitNotCompetent, file.quarantined, file.infected
   */
  async judge(hand: MoveInHand, said: CorrectedContent): Promise<Correction> {
    const { exchange, officer, side } = hand;
    const sent = await this.messages.of(exchange.id);
    const corrected = side === 'REQUESTER' ? await this.request(hand, said) : this.answer(hand, said, sent);
    const before = lastOf(sent, corrected.kind);
    const draft = { exchangeId: exchange.id, part: CORRECTION_OF[side], unitId: officer.unitId };
    if (!(await this.writer.hasFiles(draft))) assertChanged(before, corrected);
    return { ...corrected, corrects: before.contentSha256 };
  }

  /** Sends it: the next version of the message, by its author. Gives the message's id. */
  async leave(
    { exchange, side, at }: MoveInHand,
    { corrects: _corrects, ...corrected }: Correction,
    author: OutgoingMessage['officer'],
  ): Promise<string> {
    const part = CORRECTION_OF[side];
    const id = newId(at.getTime());
    await this.writer.write({ ...corrected, id, exchange, officer: author, side, at, part });
    this.drafts.remove({ exchangeId: exchange.id, part });
    return id;
  }

  private async request({ exchange }: MoveInHand, { content }: CorrectedContent): Promise<Corrected> {
    const { id, replyingUnitId } = exchange;
    if (replyingUnitId === null) throw new DomainError('exchange.nothingSentYet');
    // The person is the one the request was sent about: number, search and trail hang on it (docs/adr/0030).
    const subject = { ...(await this.register.of(id))?.block };
    const settled = await this.check.requestMayLeave({ ...exchange, replyingUnitId }, { content, subject });
    return { kind: 'REQUEST', toUnitId: replyingUnitId, quality: null, ...settled };
  }

  private answer(
    { exchange }: MoveInHand,
    { content, completeness, qualityMark }: CorrectedContent,
    sent: readonly MessageRow[],
  ): Corrected {
    const missing = { completeness, qualityMark };
    if (!completeness || !qualityMark)
      throw new DomainError('exchange.contentInvalid', {
        problems: Object.entries(missing).flatMap(([path, value]) =>
          value ? [] : [{ path, code: 'required', params: {} }],
        ),
      });
    const request = lastOf(sent, 'REQUEST').content;
    return {
      kind: 'ANSWER',
      toUnitId: exchange.requestingUnitId,
      content: this.check.answerMayLeave(exchange, request, { content, completeness }),
      subject: null,
      quality: { completeness, qualityMark },
    };
  }
}

const lastOf = (sent: readonly MessageRow[], kind: MessageRow['kind']): MessageRow => {
  const last = sent.findLast((message) => message.kind === kind);
  if (last === undefined) throw new DomainError('exchange.nothingSentYet');
  return last;
};

/** A version that says the same would only make the other side look for a difference. */
const assertChanged = (before: MessageRow, { content, quality }: Corrected): void => {
  const was = [before.content, before.completeness, before.qualityMark];
  const is = [content, quality?.completeness ?? null, quality?.qualityMark ?? null];
  if (canonicalJson(was) === canonicalJson(is)) throw new DomainError('exchange.nothingCorrected');
};
