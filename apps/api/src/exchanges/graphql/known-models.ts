import { isDeepStrictEqual } from 'node:util';
import { markLasting } from '../../platform/graphql';
import type { ExchangeRow } from '../records/exchange.row';
import type { ExchangeView } from '../records/exchange.view';
import type { ExchangeModel } from './exchange.model';

/** A model, and everything it was made of. */
interface KnownModel {
  readonly view: ExchangeView;
  readonly model: ExchangeModel;
}

/** Both sides, an onlooker, an auditor, and what the web and a list of moves show: more kinds of looks are rare. */
const MOST_MODELS = 4;

const known = new WeakMap<ExchangeRow, readonly KnownModel[]>();

/**
 * The model of a view. While the row and everything else in the view is the same, so is the model, and what is written
 * of it lasts as long (docs/adr/0033). The whole view is compared: who looks, what they may see and what they may do
 * are all part of it, so there is no key that could mix up two readers.
 */
export const knownModel = (
  view: ExchangeView,
  make: (view: ExchangeView) => ExchangeModel,
): ExchangeModel => {
  const made = known.get(view.row) ?? [];
  const same = made.find((one) => isDeepStrictEqual(one.view, view));
  if (same !== undefined) return same.model;
  const model = markLasting(make(view));
  known.set(view.row, [{ view, model }, ...made.slice(0, MOST_MODELS - 1)]);
  return model;
};
