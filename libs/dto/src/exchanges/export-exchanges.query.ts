import {
  EXCHANGE_QUEUES,
  EXCHANGE_SORTS,
  type ExchangeQueue,
  type ExchangeSort,
  EXPORT_FORMATS,
  type ExportFormat,
  LIST_COLUMNS,
  type ListColumn,
} from '@soc-coop/contracts';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { ExchangeNarrowing } from './exchange.filter';

/** Columns travel as one word with commas; anything else is left for the checks to refuse. */
const split = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',') : value;

/** Which list is wanted as a file. Words are no part of it: an address stands in logs. */
export class ExportExchangesQuery extends ExchangeNarrowing {
  @IsIn(EXCHANGE_QUEUES)
  queue: ExchangeQueue;

  @IsOptional()
  @IsIn(EXCHANGE_SORTS)
  sort?: ExchangeSort;

  @IsOptional()
  @Transform(split)
  @IsArray()
  @ArrayMaxSize(LIST_COLUMNS.length)
  @ArrayUnique()
  @IsIn(LIST_COLUMNS, { each: true })
  columns?: ListColumn[];

  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}
