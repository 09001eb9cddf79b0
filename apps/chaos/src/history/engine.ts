import { part } from '../product';

/** A move as the engine judges it. */
export interface EngineMove {
  readonly move: string;
  readonly by: string;
}

/** The product's engine, as far as the checker asks it. */
export interface Engine {
  /** @throws where the moves cannot have followed each other */
  readonly deriveState: (moves: readonly EngineMove[]) => string;
}

/** The engine the product itself runs with. */
export const productEngine = (): Engine => part<Engine>('@soc-coop/contracts');
