import type { ExchangeSide } from '@soc-coop/contracts';
import { type AccountModel, toAccountModel } from '../../access';
import { toUnitModel, type UnitModel } from '../../directory';
import type { KnownNames } from '../read-plans/known-names';
import type { ExchangeRow } from '../records/exchange.row';
import { handlerOf } from './handlers';

/** A name as a model carries it: itself, null where nobody is meant, undefined where the field's resolver must ask. */
export type Filled<T> = T | null | undefined;

/** The unit with this id, where the read came across it. */
export const filledUnit = (names: KnownNames | undefined, id: string): UnitModel | undefined => {
  const row = names?.units.get(id);
  return row === undefined ? undefined : toUnitModel(row);
};

/** The same where there may be none. */
export const filledUnitOrNone = (names: KnownNames | undefined, id: string | null): Filled<UnitModel> =>
  id === null ? null : filledUnit(names, id);

/** The person with this id, where the read came across them. */
export const filledPerson = (names: KnownNames | undefined, id: string | null): Filled<AccountModel> => {
  if (id === null) return null;
  const row = names?.people.get(id);
  return row === undefined ? undefined : toAccountModel(row);
};

/** The names lists and pages both show. */
export interface FilledSides {
  readonly requestingUnit: UnitModel | undefined;
  readonly replyingUnit: Filled<UnitModel>;
  readonly handler: Filled<AccountModel>;
}

/** The units of both sides, and who handles the exchange. */
export const filledSides = (
  row: ExchangeRow,
  side: ExchangeSide | null,
  names: KnownNames | undefined,
): FilledSides => ({
  requestingUnit: filledUnit(names, row.requestingUnitId),
  replyingUnit: filledUnitOrNone(names, row.replyingUnitId),
  handler: filledPerson(names, handlerOf(row, side)),
});
