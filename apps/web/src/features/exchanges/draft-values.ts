import { URGENCIES, type Urgency } from '@soc-coop/contracts';
import { isJsonObject, valueAt, type JsonObject } from '@soc-coop/forms';
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

/** The draft as one value, for comparing and merging versions of it. */
export const draftSnapshot = ({ content, subject, ...head }: DraftValues): JsonObject => ({
  head,
  content,
  subject,
});

const partAt = (snapshot: JsonObject, name: string): JsonObject => {
  const part = valueAt(snapshot, name);
  return isJsonObject(part) ? part : {};
};
const textAt = (snapshot: JsonObject, path: string): string => {
  const value = valueAt(snapshot, path);
  return typeof value === 'string' ? value : '';
};

/** The draft a snapshot was made of. */
export const fromSnapshot = (snapshot: JsonObject): DraftValues => ({
  replyingUnit: textAt(snapshot, 'head.replyingUnit'),
  urgency: URGENCIES.find((known) => known === textAt(snapshot, 'head.urgency')) ?? 'NORMAL',
  urgencyReason: textAt(snapshot, 'head.urgencyReason'),
  nationalFileNumber: textAt(snapshot, 'head.nationalFileNumber'),
  content: partAt(snapshot, 'content'),
  subject: partAt(snapshot, 'subject'),
});

/** The fields beside the form: whom to ask, how fast, under which number. */
export const HEAD_FIELDS = (['replyingUnit', 'urgency', 'urgencyReason', 'nationalFileNumber'] as const).map(
  (name) => ({ id: `head.${name}`, paths: [`head.${name}`] }),
);
