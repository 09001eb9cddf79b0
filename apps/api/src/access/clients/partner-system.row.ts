import type { Country } from '@soc-coop/contracts';
import type { KeptKey } from './public-keys';

/** A partner system as administrators see it. */
export interface PartnerSystemRow {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly country: Country;
  readonly types: readonly string[];
  readonly keys: readonly KeptKey[];
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Date;
}
