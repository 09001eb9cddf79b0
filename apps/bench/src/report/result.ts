import type { Line, MatrixPlan } from '../measure/matrix';
import type { DatabaseCost } from '../measure/statements';
import type { Knee } from '../measure/knee';
import type { Start } from '../measure/start';
import type { OperationName } from '../operations/operation';

/** What the machine is, without a name. */
export interface Machine {
  readonly cores: number;
  readonly memoryGb: number;
  readonly platform: string;
}

/** How many rows were measured on. */
export interface DataSize {
  readonly exchanges: number;
  readonly messages: number;
  readonly moves: number;
  readonly persons: number;
  readonly databaseMb: number;
  readonly mark: string;
  readonly seed: number;
}

/** What one call of ours costs the database, at two sizes of the data. */
export interface Growth {
  readonly smallExchanges: number;
  readonly small: DatabaseCost;
  readonly largeExchanges: number;
  readonly large: DatabaseCost;
  /** Large over small. */
  readonly ratio: number;
}

/** Everything one run found; this is what the results files hold. */
export interface Result {
  readonly date: string;
  readonly mode: 'full' | 'quick';
  readonly commit: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly data: DataSize;
  readonly plan: MatrixPlan;
  readonly lines: readonly Line[];
  readonly costs: Readonly<Partial<Record<OperationName, DatabaseCost>>>;
  readonly growth: Growth | null;
  readonly starts: readonly Start[];
  readonly knee: Knee | null;
}
