import {
  EXCHANGE_HANDLERS,
  EXCHANGE_QUEUES,
  EXCHANGE_SORTS,
  EXCHANGE_STATES,
  EXPORT_FORMATS,
  LIST_COLUMNS,
  LIST_LIMITS,
  URGENCIES,
} from '@soc-coop/contracts';
import type { SchemaObject } from '../../platform/rest';

/** One parameter of the address. */
export interface QueryParameter {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: SchemaObject;
}

const optional = (name: string, description: string, schema: SchemaObject): QueryParameter => ({
  name,
  description,
  required: false,
  schema,
});
const oneOf = (values: readonly string[]): SchemaObject => ({ type: 'string', enum: [...values] });
const day = (name: string, description: string): QueryParameter =>
  optional(name, description, { type: 'string', format: 'date' });

/** What the address of an exported list may say: the same words as `Query.exchanges`, and no free text. */
export const EXPORT_PARAMETERS: readonly QueryParameter[] = [
  { name: 'queue', description: 'Which queue.', required: true, schema: oneOf(EXCHANGE_QUEUES) },
  { name: 'format', description: 'Form of the file.', required: true, schema: oneOf(EXPORT_FORMATS) },
  optional('sort', "By what it goes; else the queue's own way.", oneOf(EXCHANGE_SORTS)),
  optional('columns', `Columns beside the number, parted by commas: ${LIST_COLUMNS.join(', ')}.`, {
    type: 'string',
  }),
  optional('type', 'Code of the exchange type.', { type: 'string' }),
  optional('state', 'The state it is in.', oneOf(EXCHANGE_STATES)),
  optional('unit', 'The unit on the other side.', { type: 'string', format: 'uuid' }),
  optional('urgency', 'So urgent, or more.', oneOf(URGENCIES)),
  optional('handler', "Who is in charge on the caller's side.", oneOf(EXCHANGE_HANDLERS)),
  day('dueFrom', 'Due on this day or later.'),
  day('dueTo', 'Due on this day or earlier.'),
  day('sentFrom', 'Sent on this day or later.'),
  day('sentTo', 'Sent on this day or earlier.'),
  optional('waitingDays', 'In its state for more than so many days.', {
    type: 'integer',
    minimum: 1,
    maximum: LIST_LIMITS.waitingDays,
  }),
];
