import { computed, ref, shallowRef } from 'vue';
import {
  BulkAssignDocument,
  BulkCaseDocument,
  type BulkCaseQuery,
  BulkTakeOverDocument,
} from '../../../gql/graphql';
import { newKey } from '../../../shared/acts/new-key';
import { type ApiError, toApiError } from '../../../shared/graphql/api-error';
import { request } from '../../../shared/graphql/request';
import type { Coded } from '../../../shared/text/use-error-text';
import { useExchangeCache } from './use-exchange';

/** The moves that can be made on several cases at once: inner business of the own side, and easily made again. */
export type BulkMove = 'ASSIGN' | 'TAKE_OVER';
export type BulkStage = 'READY' | 'SKIPPED' | 'RUNNING' | 'DONE' | 'FAILED';

/** One ticked case: what will become of it, and why not. */
export interface BulkRow {
  readonly id: string;
  readonly number: string | null;
  readonly version: number;
  readonly stage: BulkStage;
  readonly refusals: readonly Coded[];
  readonly error: ApiError | null;
  /** The same key however often the same row is tried: a lost answer never moves a case twice. */
  readonly key: string;
}

/** How many cases are asked about at once; the server has other readers. */
const AT_ONCE = 4;

const inTurns = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
};

type Asked = NonNullable<BulkCaseQuery['exchange']>;

/** What would become of a case that is still within reach. */
const outlook = ({ number, version, moves }: Asked, move: BulkMove) => {
  const offer = moves.find((item) => item.move === move);
  const refusals = (offer?.refusals ?? []).map(({ code, params }) => ({ code, params: { ...params } }));
  const stage: BulkStage = offer?.allowed === true ? 'READY' : 'SKIPPED';
  return { number, version, refusals, stage };
};

/** Asks what a move would do with one of the ticked cases; one that is gone is skipped. */
const previewOf = async (id: string, move: BulkMove): Promise<BulkRow> => {
  const row: BulkRow = {
    id,
    number: null,
    version: 0,
    stage: 'SKIPPED',
    refusals: [],
    error: null,
    key: newKey(),
  };
  try {
    const { exchange } = await request(BulkCaseDocument, { id });
    return exchange ? { ...row, ...outlook(exchange, move) } : row;
  } catch (cause) {
    return { ...row, error: toApiError(cause) };
  }
};

const perform = async ({ id, version, key }: BulkRow, move: BulkMove, handler: string): Promise<void> => {
  const input = { id, version, idempotencyKey: key };
  if (move === 'ASSIGN') await request(BulkAssignDocument, { input: { ...input, handler } });
  else await request(BulkTakeOverDocument, { input });
};

/** A move on several cases: first what will be skipped and why, then case by case with its own outcome. */
export const useBulk = () => {
  const cache = useExchangeCache();
  const rows = shallowRef<readonly BulkRow[]>([]);
  const checking = ref(false);
  const running = ref(false);
  let turn = 0;

  const put = (changed: BulkRow): void => {
    rows.value = rows.value.map((row) => (row.id === changed.id ? changed : row));
  };
  const count = (...stages: readonly BulkStage[]): number =>
    rows.value.filter(({ stage }) => stages.includes(stage)).length;

  const preview = async (ids: readonly string[], move: BulkMove): Promise<void> => {
    const mine = ++turn;
    checking.value = true;
    rows.value = [];
    const found = new Map<string, BulkRow>();
    await inTurns(ids, async (id) => void found.set(id, await previewOf(id, move)));
    if (mine !== turn) return;
    rows.value = ids.flatMap((id) => found.get(id) ?? []);
    checking.value = false;
  };

  const run = async (move: BulkMove, handler: string): Promise<void> => {
    running.value = true;
    const ready = rows.value.filter(({ stage }) => stage === 'READY' || stage === 'FAILED');
    await inTurns(ready, async (row) => {
      put({ ...row, stage: 'RUNNING', error: null });
      try {
        await perform(row, move, handler);
        put({ ...row, stage: 'DONE', error: null });
      } catch (cause) {
        put({ ...row, stage: 'FAILED', error: toApiError(cause) });
      }
    });
    running.value = false;
    cache.refreshLists();
  };

  return {
    rows,
    checking,
    running,
    preview,
    run,
    ready: computed(() => count('READY')),
    skipped: computed(() => count('SKIPPED')),
    done: computed(() => count('DONE')),
    over: computed(() => count('DONE', 'FAILED')),
    total: computed(() => rows.value.length - count('SKIPPED')),
  };
};
