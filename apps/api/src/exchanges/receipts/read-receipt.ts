import { z } from 'zod';
import type { SignedReceipt } from './receipt';

const text = z.string().min(1).max(200);
const receipt = z.strictObject({
  format: z.literal('soc-coop-receipt/1'),
  id: text,
  exchange: text,
  number: text,
  type: text,
  formVersion: z.int().min(1),
  message: z.strictObject({ id: text, version: z.int().min(1), sha256: text, sentAt: text }),
  from: text,
  to: text,
  agreementClause: text.nullable(),
  acceptedAt: text,
});
const signed = z.strictObject({
  receipt,
  protected: z.string().max(1_000),
  signature: z.string().max(200),
});

/** A receipt as somebody sends it to be checked; null when it is none, which no signature could mend. */
export const readReceipt = (body: unknown): SignedReceipt | null => signed.safeParse(body).data ?? null;
