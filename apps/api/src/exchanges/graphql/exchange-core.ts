import type { ExchangeRow } from '../records/exchange.row';
import type { ExchangeTypeModel } from '../types/exchange-type.model';
import { exchangeType } from '../types/exchange-types';

/** The end of the exchange's id: stable, and it says nothing about the person. */
export const pseudonymOf = (exchangeId: string): string => `P-${exchangeId.slice(-8).toUpperCase()}`;

/** Its type, in the version it was opened with. */
export const typeOf = ({ typeCode, formVersion }: ExchangeRow): ExchangeTypeModel => {
  const type = exchangeType(typeCode, formVersion);
  if (type === null) throw new Error(`form ${typeCode} ${formVersion} is pinned but not published`);
  return type;
};
