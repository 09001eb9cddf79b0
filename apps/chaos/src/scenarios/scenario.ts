import type { Problem } from '../history/facts';
import type { Stage } from './stage';

/** How a scenario ended. */
export interface Ending {
  /** Empty where every promise was kept. */
  readonly problems: readonly Problem[];
  /** What was done, in figures. */
  readonly figures: Readonly<Record<string, number>>;
}

/** Something that goes wrong, and how the product takes it. */
export interface Scenario {
  /** The word for `--only`. */
  readonly name: string;
  /** The promise, as a test's name. */
  readonly title: string;
  /** Its source, from the top of the project. */
  readonly file: string;
  /** True where it breaks the server every other scenario of the run stands on as well. */
  readonly alone: boolean;
  readonly run: (stage: Stage) => Promise<Ending>;
}
