import {
  type ErrorCode,
  type ErrorParams,
  OPERATING_AGREEMENT_STATUSES,
  type Refusal,
} from '@soc-coop/contracts';
import type { IsoDate } from '@soc-coop/domain';
import type {
  AgreementFacts,
  Citation,
  CoverageAnswer,
  CoverageQuestion,
  CoverageUnit,
  PartyFacts,
  TermFacts,
  VersionFacts,
} from './agreement.facts';

const refusal = (code: ErrorCode, params: ErrorParams): Refusal => ({ code, params });

/** How one agreement answers. `strangers` counts the units of the case that are none of its business. */
type Verdict =
  | { readonly citation: Citation; readonly validFrom: IsoDate }
  | { readonly strangers: number; readonly refusals: readonly Refusal[] };

/** The version that holds on a day; versions of one agreement never overlap. */
export const versionOn = <V extends Pick<VersionFacts, 'validFrom' | 'validTo'>>(
  versions: readonly V[],
  date: IsoDate,
): V | null =>
  versions.find(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo)) ??
  null;

/** Why no version holds on the day: none yet, none any more, or a gap between two. */
const absence = ({ code, versions }: AgreementFacts, date: IsoDate): Refusal => {
  const next = versions.map(({ validFrom }) => validFrom).filter((day) => day > date);
  const past = versions.flatMap(({ validTo }) => (validTo !== null && validTo < date ? [validTo] : []));
  const lastEnd = past.toSorted().at(-1);
  if (lastEnd !== undefined) return refusal('agreement.expired', { agreement: code, validTo: lastEnd });
  const validFrom = next.toSorted().at(0);
  if (validFrom !== undefined) return refusal('agreement.notYetInForce', { agreement: code, validFrom });
  return refusal('agreement.noneInForce', { date });
};

const isOperating = ({ status }: AgreementFacts): boolean =>
  OPERATING_AGREEMENT_STATUSES.some((operating) => operating === status);

/** The version whose terms apply: the one in force, or for an answer the one the case was sent under. */
const applicableVersion = (
  agreement: AgreementFacts,
  { act, date, citedVersionId }: CoverageQuestion,
): VersionFacts | Refusal => {
  if (!isOperating(agreement))
    return refusal('agreement.notOperating', { agreement: agreement.code, status: agreement.status });
  const current = versionOn(agreement.versions, date);
  if (current === null) return absence(agreement, date);
  if (act !== 'ANSWER' || citedVersionId === undefined || citedVersionId === null) return current;
  return agreement.versions.find(({ id }) => id === citedVersionId) ?? current;
};

const partyOf = (parties: readonly PartyFacts[], unit: CoverageUnit): PartyFacts | null =>
  parties.find(({ unitId, role }) => role === 'SENDER_RECEIVER' && unit.lineage.includes(unitId)) ?? null;

const partyRefusals = ({ code, parties }: AgreementFacts, question: CoverageQuestion): Refusal[] => {
  const { requesting, replying } = question;
  const asks = partyOf(parties, requesting);
  const answers = replying && partyOf(parties, replying);
  const refusals: Refusal[] = [];
  if (asks === null)
    refusals.push(refusal('agreement.requesterOutside', { agreement: code, unit: requesting.code }));
  if (replying !== null && answers === null)
    refusals.push(refusal('agreement.replierOutside', { agreement: code, unit: replying.code }));
  if (asks !== null && asks === answers) refusals.push(refusal('agreement.sameParty', { agreement: code }));
  return refusals;
};

const isListed = ({ allUnits, unitIds }: TermFacts, unit: CoverageUnit): boolean =>
  allUnits || unit.lineage.some((id) => unitIds.includes(id));

const termRefusals = (code: string, term: TermFacts | undefined, question: CoverageQuestion): Refusal[] => {
  const { type, requesting, replying } = question;
  if (term === undefined) return [refusal('agreement.typeNotListed', { agreement: code, type })];
  const refusals: Refusal[] = [];
  if (!isListed(term, requesting))
    refusals.push(refusal('agreement.requesterNotListed', { agreement: code, type, unit: requesting.code }));
  if (replying !== null && !isListed(term, replying))
    refusals.push(refusal('agreement.replierNotListed', { agreement: code, type, unit: replying.code }));
  return refusals;
};

const cite = (agreement: AgreementFacts, version: VersionFacts, term: TermFacts): Citation => {
  const { id, allUnits: _all, unitIds: _units, ...says } = term;
  return {
    ...says,
    termId: id,
    agreementId: agreement.id,
    agreementCode: agreement.code,
    versionId: version.id,
    versionNo: version.no,
  };
};

const judge = (agreement: AgreementFacts, question: CoverageQuestion): Verdict => {
  const outside = partyRefusals(agreement, question);
  const version = applicableVersion(agreement, question);
  if ('params' in version) return { strangers: outside.length, refusals: [version, ...outside] };
  const term = version.terms.find(({ typeCode }) => typeCode === question.type);
  const refusals = [...outside, ...termRefusals(agreement.code, term, question)];
  if (term === undefined || refusals.length > 0) return { strangers: outside.length, refusals };
  return { citation: cite(agreement, version, term), validFrom: version.validFrom };
};

/** An answer is judged by the agreement the case cites alone; everything else by every agreement. */
const concerns = (agreement: AgreementFacts, { act, citedVersionId }: CoverageQuestion): boolean =>
  act !== 'ANSWER' || !citedVersionId || agreement.versions.some(({ id }) => id === citedVersionId);

/**
 * Whether an act is covered by an agreement, and by which clause. Opening and sending need terms in force on the
 * day; an answer is given under the version the case was sent under, as long as the agreement itself still holds.
 * Where several agreements cover the act the youngest version is cited; where none does, the one that is closest
 * to the two units says what is missing.
 */
export const coverage = (
  agreements: readonly AgreementFacts[],
  question: CoverageQuestion,
): CoverageAnswer => {
  const verdicts = agreements
    .filter((agreement) => concerns(agreement, question))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((agreement) => judge(agreement, question));
  const [best] = verdicts
    .filter((verdict) => 'citation' in verdict)
    .toSorted((a, b) => (a.validFrom > b.validFrom ? -1 : Number(a.validFrom < b.validFrom)));
  if (best !== undefined) return { covered: true, citation: best.citation };
  const [nearest] = verdicts
    .filter((verdict) => 'refusals' in verdict)
    .toSorted((a, b) => a.strangers - b.strangers || a.refusals.length - b.refusals.length);
  return {
    covered: false,
    refusals: nearest?.refusals ?? [refusal('agreement.noneInForce', { date: question.date })],
  };
};
