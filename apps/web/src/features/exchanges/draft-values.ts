import type { Urgency } from '@soc-coop/contracts';
import type { JsonObject } from '@soc-coop/forms';
import type { ExchangeCaseFragment, SaveExchangeDraftInput } from '../../gql/graphql';
import { readContent } from './form-definition';

/** What is being written before an exchange is sent. */
export interface DraftValues {
  readonly replyingUnit: string;
  readonly urgency: Urgency;
  readonly urgencyReason: string;
  readonly nationalFileNumber: string;
  readonly content: JsonObject;
  readonly subject: JsonObject;
}

/** The draft as the API has it. */
export const draftValues = (exchange: ExchangeCaseFragment): DraftValues => ({
  replyingUnit: exchange.replyingUnit?.id ?? '',
  urgency: exchange.urgency,
  urgencyReason: exchange.urgencyReason ?? '',
  nationalFileNumber: exchange.nationalFileNumber ?? '',
  content: readContent(exchange.draft?.content),
  subject: readContent(exchange.draft?.subject),
});

/** The draft as the API takes it: what is empty was not written. */
export const draftInput = (
  values: DraftValues,
): Omit<SaveExchangeDraftInput, 'id' | 'version' | 'idempotencyKey'> => ({
  urgency: values.urgency,
  content: values.content,
  subject: values.subject,
  urgencyReason: values.urgencyReason || null,
  nationalFileNumber: values.nationalFileNumber || null,
  replyingUnit: values.replyingUnit || null,
});
