import { ref, shallowRef } from 'vue';
import {
  ConfirmSecondFactorDocument,
  RemoveSecondFactorDocument,
  StartSecondFactorDocument,
  type StartSecondFactorMutation,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';

/** Setting up a second factor: the secret to scan, the first code to prove it, the recovery codes to keep. */
export const useSecondFactor = () => {
  const offer = shallowRef<StartSecondFactorMutation['startSecondFactor'] | null>(null);
  const recoveryCodes = ref<readonly string[]>([]);

  const start = useAct((_: object, idempotencyKey) => request(StartSecondFactorDocument, { idempotencyKey }));
  const confirm = useAct((input: { code: string }, idempotencyKey) =>
    request(ConfirmSecondFactorDocument, { ...input, idempotencyKey }),
  );
  const remove = useAct((input: { code: string }, idempotencyKey) =>
    request(RemoveSecondFactorDocument, { ...input, idempotencyKey }),
  );

  return {
    offer,
    recoveryCodes,
    start,
    confirm,
    remove,
    begin: async (): Promise<void> => {
      offer.value = (await start.run({}))?.startSecondFactor ?? null;
    },
    prove: async (code: string): Promise<boolean> => {
      const result = await confirm.run({ code });
      if (result) recoveryCodes.value = result.confirmSecondFactor;
      return result !== null;
    },
  };
};
