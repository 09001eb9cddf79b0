import { EXCHANGE_QUEUES, EXCHANGE_SORTS, type ExchangeQueue, type ExchangeSort } from '@soc-coop/contracts';
import { ArgsType, Field } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import { ExchangeQueueEnum, ExchangeSortEnum } from '../base/enums';
import { PageArgs } from '../base/page.args';
import { ExchangeFilter } from './exchange.filter';

/** Which page of which queue is asked for. */
@ArgsType()
export class ExchangeListArgs extends PageArgs {
  @Field(() => ExchangeQueueEnum, { description: 'Which queue.' })
  @IsIn(EXCHANGE_QUEUES)
  queue: ExchangeQueue;

  @Field(() => ExchangeFilter, { nullable: true, description: 'Narrows the list.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExchangeFilter)
  filter?: ExchangeFilter | null;

  @Field(() => ExchangeSortEnum, {
    nullable: true,
    description: "By what it goes; the queue's own way when not given. A cursor holds for one way only.",
  })
  @IsOptional()
  @IsIn(EXCHANGE_SORTS)
  sort?: ExchangeSort | null;
}
