import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  AccountDocument,
  AccountsDocument,
  CreateAccountDocument,
  ResetAccountPasswordDocument,
  TakeOffSecondFactorDocument,
  UpdateAccountDocument,
  type AccountsQueryVariables,
  type CreateAccountInput,
  type TakeOffSecondFactorInput,
  type UpdateAccountInput,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { checkInput } from '../../../shared/check/check-input';
import { request } from '../../../shared/graphql/request';

/** One page of people. */
export const useAccounts = (variables: MaybeRefOrGetter<AccountsQueryVariables>) => {
  const query = useQuery({
    queryKey: ['accounts', computed(() => toValue(variables))],
    queryFn: ({ signal }) => request(AccountsDocument, toValue(variables), signal),
    placeholderData: keepPreviousData,
  });
  return { ...query, connection: computed(() => query.data.value?.accounts) };
};

export const useAccount = (id: MaybeRefOrGetter<string | undefined>) => {
  const query = useQuery({
    queryKey: ['account', computed(() => toValue(id))],
    queryFn: ({ signal }) => request(AccountDocument, { id: toValue(id) ?? '' }, signal),
    enabled: computed(() => toValue(id) !== undefined),
  });
  return { ...query, account: computed(() => query.data.value?.account ?? null) };
};

/** Creating and changing accounts; lists and the account itself ask again afterwards. */
export const useAccountActs = () => {
  const queries = useQueryClient();
  const refresh = (): void => {
    ['accounts', 'account'].forEach((key) => void queries.invalidateQueries({ queryKey: [key] }));
  };
  return {
    create: useAct(async (account: Omit<CreateAccountInput, 'idempotencyKey'>, idempotencyKey) => {
      const input = { ...account, idempotencyKey };
      await checkInput('CreateAccountInput', input);
      const { createAccount } = await request(CreateAccountDocument, { input });
      refresh();
      return createAccount;
    }),
    update: useAct(async (account: Omit<UpdateAccountInput, 'idempotencyKey'>, idempotencyKey) => {
      const input = { ...account, idempotencyKey };
      await checkInput('UpdateAccountInput', input);
      const { updateAccount } = await request(UpdateAccountDocument, { input });
      refresh();
      return updateAccount;
    }),
    resetPassword: useAct(async (input: { id: string }, idempotencyKey) => {
      const result = await request(ResetAccountPasswordDocument, { ...input, idempotencyKey });
      refresh();
      return result.resetAccountPassword;
    }),
    takeOffFactor: useAct(async (loss: Omit<TakeOffSecondFactorInput, 'idempotencyKey'>, idempotencyKey) => {
      const input = { ...loss, idempotencyKey };
      const { takeOffSecondFactor } = await request(TakeOffSecondFactorDocument, { input });
      refresh();
      return takeOffSecondFactor;
    }),
  };
};
