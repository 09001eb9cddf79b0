import { Injectable } from '@nestjs/common';
import { type Country, EXCHANGE_SIDES, type ExchangeSide, isReminded } from '@soc-coop/contracts';
import { Policy } from '../access';
import { AgreementsService, type CitationFacts, localeOf } from '../agreements';
import { type Actor, hasRole } from '../platform/context';
import { DeadlinesService } from './deadlines/deadlines.service';
import { ExchangeRecords } from './exchange-records';
import { allowances } from './moves/allowances';
import { approvalRefusals, isOffered } from './moves/approval.rules';
import { courseRefusals } from './moves/case-refusals';
import { ExchangeRights, factsOf } from './moves/exchange-rights';
import { coordinatedSideOf, ownSideOf, sideOf } from './moves/officer';
import { OutgoingDrafts } from './moves/outgoing-drafts';
import { CaseAhead } from './read-plans/case-ahead';
import { type CaseShows, WHOLE_CASE } from './read-plans/look';
import type { ExchangeRow } from './records/exchange.row';
import type { ExchangeView } from './records/exchange.view';

/** What has happened, and what the viewer's side is writing. */
type CourseAndDrafts = Pick<ExchangeView, 'moves' | 'draft' | 'correction'>;

/** Puts together what the page of one exchange shows; the caller has asked the policy and owns the transaction. */
@Injectable()
export class ExchangeViews {
  constructor(
    private readonly policy: Policy,
    private readonly rights: ExchangeRights,
    private readonly records: ExchangeRecords,
    private readonly agreements: AgreementsService,
    private readonly deadlines: DeadlinesService,
    private readonly outgoing: OutgoingDrafts,
    private readonly ahead: CaseAhead,
  ) {}

  /** Asks in one statement for everything the view of an exchange is put together from. */
  async prepare(actor: Actor, id: string, shows: CaseShows): Promise<void> {
    await this.ahead.forPage(actor, id, shows);
  }

  /** The view of an exchange for one actor; what is not shown is left empty. */
  async of(actor: Actor, row: ExchangeRow, shows: CaseShows = WHOLE_CASE): Promise<ExchangeView> {
    const side = sideOf(actor, row);
    const persons = this.policy.may(actor, 'exchange:viewPersons', factsOf(row));
    const { moves, draft, correction } = await this.historyOf(actor, row, shows, persons);
    return {
      row,
      side,
      ownSide: ownSideOf(actor, row),
      persons,
      person: shows.person ? await this.records.subjects.of(row.id) : null,
      messages: shows.messages ? await this.records.messagesOf(row.id, persons) : [],
      moves,
      draft,
      correction,
      deadline: (await this.deadlines.seenInList([row]))[0] ?? null,
      allowances: shows.allowances ? await this.allowancesOf(actor, row, { moves, draft, correction }) : [],
      citation: shows.citation ? await this.citationOf(row) : null,
      locale: localeOf(actor),
      ...(shows.files ? { files: await this.records.files.ofCase(actor, row.id, persons) } : {}),
      ...(shows.dueMoves ? { deadlineChanges: await this.records.deadlineChanges.ofExchange(row.id) } : {}),
      ...(shows.names ? { names: await this.ahead.names(actor, row.id) } : {}),
    };
  }

  /** What has happened and what is being written; what one can do now depends on both. */
  private async historyOf(
    actor: Actor,
    row: ExchangeRow,
    { moves, drafts, allowances: judged }: CaseShows,
    persons: boolean,
  ): Promise<CourseAndDrafts> {
    const inner = this.innerSides(actor, row);
    const side = sideOf(actor, row);
    const written = drafts || judged;
    return {
      moves: moves || judged ? await this.records.movesOf(row.id, persons, inner) : [],
      draft: written ? await this.records.draftOf(row, side) : null,
      correction: written ? await this.records.correctionOf(row, side) : null,
    };
  }

  private async allowancesOf(
    actor: Actor,
    row: ExchangeRow,
    { moves, ...written }: CourseAndDrafts,
  ): Promise<ExchangeView['allowances']> {
    const side = sideOf(actor, row);
    const standing = await this.rights.standing(actor, row);
    const approval = await this.outgoing.standing(actor, row, written);
    const country = row.replyingCountry ?? row.requestingCountry;
    const course = { moves, side, country, today: (where: Country) => this.deadlines.today(where) };
    return allowances({
      state: row.state,
      // A national coordinator stands on neither side and still assigns.
      side: side ?? coordinatedSideOf(actor, row),
      reminded: isReminded(moves),
      offered: (move) =>
        (side !== null || move === 'ASSIGN') &&
        isOffered(move, approval) &&
        !(move === 'TAKE_OVER' && approval.inCharge),
      against: (move) => [
        ...approvalRefusals(move, approval),
        ...courseRefusals(move, course),
        ...this.rights.refusals(actor, move, row, standing),
      ],
    });
  }

  /** Whose inner moves the actor reads: those of the own side; auditors read both. */
  private innerSides(actor: Actor, row: ExchangeRow): readonly ExchangeSide[] {
    if (hasRole(actor, 'AUDITOR')) return EXCHANGE_SIDES;
    const own = ownSideOf(actor, row);
    return own === null ? [] : [own];
  }

  /** What the exchange was sent under, whatever has become of the agreement since. */
  private async citationOf(row: ExchangeRow): Promise<CitationFacts | null> {
    const { agreementVersionId, agreementTermId, agreementClause } = row;
    if (agreementVersionId === null || agreementClause === null) return null;
    return this.agreements.cited(agreementVersionId, agreementTermId, agreementClause);
  }
}
