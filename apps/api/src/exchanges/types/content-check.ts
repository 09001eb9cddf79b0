import { Injectable } from '@nestjs/common';
import type { Completeness } from '@soc-coop/contracts';
import {
  type ExchangeFormDefinition,
  formDefinition,
  type FormProblem,
  isJsonObject,
  settleContent,
  subjectWarnings,
  tidyContent,
  validateAnswer,
  validateRequest,
  validateSubject,
} from '@soc-coop/forms';
import { UnitsService } from '../../directory';
import { DomainError } from '../../platform/errors';
import { DeadlinesService } from '../deadlines/deadlines.service';
import type { DraftContent } from '../records/draft';
import type { ExchangeRow } from '../records/exchange.row';

type Pinned = Pick<ExchangeRow, 'typeCode' | 'formVersion'>;
type Content = Record<string, unknown>;

const refuseProblems = (problems: readonly FormProblem[]): void => {
  if (problems.length > 0) throw new DomainError('exchange.contentInvalid', { problems });
};

const under = (prefix: string, problems: readonly FormProblem[]): FormProblem[] =>
  problems.map((problem) => ({
    ...problem,
    path: problem.path === '' ? prefix : `${prefix}.${problem.path}`,
  }));

/** Content that came in as JSON is JSON; the form library wants it said. */
const asJson = (content: Content) => {
  if (!isJsonObject(content)) throw new DomainError('request.malformed');
  return content;
};

/** Holds contents against the form definition an exchange is pinned to. */
@Injectable()
export class ContentCheck {
  constructor(
    private readonly deadlines: DeadlinesService,
    private readonly units: UnitsService,
  ) {}

  /** @throws DomainError exchange.typeUnknown when the pinned definition is not published. */
  definition({ typeCode, formVersion }: Pinned): ExchangeFormDefinition {
    const definition = formDefinition(typeCode, formVersion);
    if (definition === null) throw new DomainError('exchange.typeUnknown', { type: typeCode });
    return definition;
  }

  /** The newest definition of a type, which a new exchange is pinned to. */
  newest(typeCode: string): ExchangeFormDefinition {
    const definition = formDefinition(typeCode);
    if (definition === null) throw new DomainError('exchange.typeUnknown', { type: typeCode });
    return definition;
  }

  /** A draft may be incomplete, but it has the right shape and bounds. */
  requestDraft(definition: ExchangeFormDefinition, { content, subject }: DraftContent): void {
    refuseProblems([
      ...under('content', validateRequest(definition, content, { partial: true })),
      ...under('subject', validateSubject(definition, subject, { partial: true })),
    ]);
  }

  /** The draft of an answer: right shape, nothing told that was not asked. */
  answerDraft(exchange: Pinned, request: Content, content: Content): void {
    const definition = this.definition(exchange);
    refuseProblems(under('content', validateAnswer(definition, asJson(request), content, { partial: true })));
  }

  /**
   * A request that leaves is whole, names a competent unit, explains its urgency, and doubtful numbers are confirmed.
   * Gives back what is sent: without blanks, and without values of fields that were hidden in the end.
   * @throws DomainError exchange.contentInvalid, exchange.confirmationMissing, exchange.unitNotCompetent
   */
  async requestMayLeave(
    exchange: ExchangeRow & { readonly replyingUnitId: string },
    { content, subject }: DraftContent,
  ): Promise<DraftContent> {
    const definition = this.definition(exchange);
    const today = this.deadlines.today(exchange.requestingCountry);
    const settled = settleContent(definition.request, asJson(content));
    const person = tidyContent(asJson(subject));
    refuseProblems([
      ...urgencyProblems(exchange),
      ...under('content', validateRequest(definition, settled, { today })),
      // The content decides whether the type needs a person here, so it is judged by what is sent.
      ...under('subject', validateSubject(definition, person, { today, content: settled })),
    ]);
    const open = subjectWarnings(person, today).filter(({ needsConfirmation }) => needsConfirmation);
    if (open.length > 0)
      throw new DomainError('exchange.confirmationMissing', {
        warnings: open.map(({ path, code }) => ({ path, code })),
      });
    await this.requireCompetent(exchange.replyingUnitId, exchange.typeCode);
    return { content: settled, subject: person };
  }

  /** An answer that leaves answers every question asked, or says by code why not. Gives back what is sent. */
  answerMayLeave(
    exchange: ExchangeRow,
    request: Content,
    answer: { readonly content: Content; readonly completeness: Completeness },
  ): Content {
    const today = this.deadlines.today(exchange.replyingCountry ?? exchange.requestingCountry);
    const definition = this.definition(exchange);
    const asked = asJson(request);
    // Before blanks and hidden values are cleared: what nobody asked is refused, not dropped in silence.
    refuseProblems(under('content', validateAnswer(definition, asked, answer.content, { partial: true })));
    const settled = settleContent(definition.answer, asJson(answer.content), { request: asked });
    const { completeness } = answer;
    refuseProblems(under('content', validateAnswer(definition, asked, settled, { today, completeness })));
    return settled;
  }

  /**
   * The unit is at work and handles the type.
   * @throws DomainError exchange.unitNotCompetent
   */
  async requireCompetent(unitId: string, type: string): Promise<void> {
    const unit = await this.units.getById(unitId);
    const [competences = []] = await this.units.competencesOf([unitId]);
    if (!unit.active || !competences.includes(type))
      throw new DomainError('exchange.unitNotCompetent', { unit: unit.code, type });
  }
}

/** Anything but NORMAL must say why: the other side has to drop other work for it. */
const urgencyProblems = ({ urgency, urgencyReason }: ExchangeRow): FormProblem[] =>
  urgency !== 'NORMAL' && (urgencyReason ?? '').trim() === ''
    ? [{ path: 'urgencyReason', code: 'required', params: {} }]
    : [];
