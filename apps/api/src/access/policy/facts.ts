import type { CertificateKind, Country, ExchangeState, Refusal } from '@soc-coop/contracts';

/** What the policy must know of an exchange. */
export interface ExchangeFacts {
  readonly type: string;
  /** Null while it is being opened. */
  readonly state: ExchangeState | null;
  /** True once it left the requesting unit; before that the other side must not know that it exists. */
  readonly sent: boolean;
  readonly requestingUnitId: string;
  readonly requestingCountry: Country;
  readonly replyingUnitId: string | null;
  readonly replyingCountry: Country | null;
  /** The certificate the terms ask for and the person does not hold; asked by the service that knows both. */
  readonly certificateMissing?: CertificateKind | null;
  /** Why the agreements in force do not cover the act; empty or absent where they do. */
  readonly coverageRefusals?: readonly Refusal[];
}

/** What the policy must know of anything that belongs to one unit: the unit itself, a training session. */
export interface UnitFacts {
  readonly unitId: string;
  readonly country: Country;
}

/** What the policy must know of anything that belongs to a country as a whole: its working calendar. */
export interface CountryFacts {
  readonly country: Country;
}

/** What the policy must know of a person with an account. */
export interface AccountFacts {
  readonly accountId: string;
  readonly country: Country;
  /** The units the person has a role in today. */
  readonly unitIds: readonly string[];
}

/** The facts each kind of resource is judged by. */
export interface FactsOf {
  readonly exchange: ExchangeFacts;
  readonly unit: UnitFacts;
  readonly account: AccountFacts;
  readonly country: CountryFacts;
  /** Nothing in particular: lists, code lists, one's own session. */
  readonly product: undefined;
}
export type ResourceKind = keyof FactsOf;
