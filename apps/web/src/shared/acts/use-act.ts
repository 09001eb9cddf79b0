import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { type ApiError, toApiError } from '../graphql/api-error';
import { createKeyRing } from './key-ring';

/** One thing a person can do on a page: pending, failed or done, safe against double clicks and retries. */
export interface Act<Input, Result> {
  readonly pending: Readonly<Ref<boolean>>;
  readonly error: Readonly<ShallowRef<ApiError | null>>;
  /** Resolves with the result, or null when it failed (see `error`) or is already running. */
  readonly run: (input: Input) => Promise<Result | null>;
  readonly reset: () => void;
}

/** Wraps a mutation; `perform` gets the input and the idempotency key to send with it. */
export const useAct = <Input extends object, Result>(
  perform: (input: Input, idempotencyKey: string) => Promise<Result>,
): Act<Input, Result> => {
  const pending = ref(false);
  const error = shallowRef<ApiError | null>(null);
  const keys = createKeyRing();

  const run = async (input: Input): Promise<Result | null> => {
    if (pending.value) return null;
    pending.value = true;
    error.value = null;
    try {
      const result = await perform(input, keys.keyFor(input));
      keys.done();
      return result;
    } catch (cause) {
      error.value = toApiError(cause);
      return null;
    } finally {
      pending.value = false;
    }
  };

  return { pending, error, run, reset: () => void (error.value = null) };
};
