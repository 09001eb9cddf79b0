import { useQuery } from '@tanstack/vue-query';
import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue';
import { ExchangeReceiptsDocument } from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request, requestRest } from '../../../shared/graphql/request';

/** What the server says of a receipt. */
export type ReceiptCheck = 'valid' | 'unknownKey' | 'changed';

/** The address a receipt is downloaded from. */
export const receiptFile = (id: string): string => `/api/v1/receipts/${id}`;

/** The receipts of an exchange, and the check of one as it would be downloaded now. */
export const useReceipts = (exchange: MaybeRefOrGetter<string>, accepted: MaybeRefOrGetter<boolean>) => {
  const query = useQuery({
    queryKey: ['receipts', computed(() => toValue(exchange))],
    queryFn: ({ signal }) => request(ExchangeReceiptsDocument, { exchange: toValue(exchange) }, signal),
    enabled: computed(() => toValue(accepted)),
  });
  const checked = ref<Readonly<Record<string, ReceiptCheck>>>({});
  const check = useAct(async ({ id }: { readonly id: string }): Promise<ReceiptCheck> => {
    const file = await requestRest<object>('GET', receiptFile(id));
    const { result } = await requestRest<{ result: ReceiptCheck }>(
      'POST',
      '/api/v1/receipts/verification',
      file,
    );
    checked.value = { ...checked.value, [id]: result };
    return result;
  });
  return { receipts: computed(() => query.data.value?.exchangeReceipts ?? []), checked, check };
};
