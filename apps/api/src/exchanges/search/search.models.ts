import type { ExchangeMatch } from '@soc-coop/contracts';
import { Field, ObjectType } from '@nestjs/graphql';
import { ExchangeMatchEnum } from '@soc-coop/dto';
import { Connection } from '../../platform/graphql';
import { toSummaryModel } from '../graphql/card.mapper';
import { ExchangeSummaryModel } from '../graphql/exchange.model';
import type { FoundExchange } from './found-summaries';

/** A found exchange. */
@ObjectType('ExchangeMatch', { description: 'An exchange a search found, and why.' })
export class ExchangeMatchModel {
  @Field(() => ExchangeSummaryModel, { description: 'The exchange as lists show it.' })
  exchange: ExchangeSummaryModel;

  @Field(() => [ExchangeMatchEnum], {
    description: 'Why it was found; empty where only filters were used. Says nothing of persons to auditors.',
  })
  matched: ExchangeMatch[];
}

/** A page of found exchanges. */
@ObjectType('ExchangeMatchConnection', { description: 'A page of found exchanges, the newest first.' })
export class ExchangeMatchConnection extends Connection(ExchangeMatchModel, 'ExchangeMatch') {}

/** A found exchange as the schema shows it. */
export const toMatchModel = (found: FoundExchange): ExchangeMatchModel => ({
  exchange: toSummaryModel(found),
  matched: [...found.matched],
});
