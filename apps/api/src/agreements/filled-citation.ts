import type { Locale } from '@soc-coop/contracts';
import type { Actor } from '../platform/context';
import { toCitationModel } from './agreement.mapper';
import type { AgreementCitationModel } from './agreement.model';
import type { CitationFacts, CodeLists, NamedCode } from './agreement.row';

/** The language a text without translations is put together in for a reader. */
export const localeOf = (actor: Actor): Locale => (actor.kind === 'staff' ? actor.locale : 'en');

/** The lists as far as a citation needs them. */
export const listsOf = (legalBases: readonly NamedCode[]): CodeLists => ({
  legalBases: new Map(legalBases.map(({ code, name }) => [code, name])),
  purposes: new Map(),
  dataCategories: new Map(),
});

/** A citation whose names were read along; null where nothing is cited, undefined where its resolver must ask for them. */
export const filledCitation = (
  facts: CitationFacts | null,
  locale: Locale,
): AgreementCitationModel | null | undefined => {
  if (facts === null) return null;
  const names = facts.read?.names;
  return names === undefined ? undefined : toCitationModel(facts, listsOf(names), locale);
};
