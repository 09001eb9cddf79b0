import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../../platform/context';
import { keyIdOf, type SignedReceipt } from './receipt';
import { ReceiptsService } from './receipts.service';

/** A signed receipt, as a list shows it. */
@ObjectType('ExchangeReceipt', {
  description: 'A signed receipt of an acceptance. The file itself: GET /api/v1/receipts/{id}.',
})
class ReceiptModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'When the request was accepted.' })
  acceptedAt: Date;

  @Field({ description: 'Code of the unit that accepted.' })
  acceptedBy: string;

  @Field(() => Int, { description: 'Version of the request that was accepted.' })
  messageVersion: number;

  @Field({ description: 'SHA-256, in hexadecimal, of the request that was accepted.' })
  messageSha256: string;

  @Field(() => ID, { description: 'Name of the key that signed; the keys: GET /api/v1/receipts/keys.' })
  keyId: string;
}

const toModel = (signed: SignedReceipt): ReceiptModel => {
  const { id, acceptedAt, to, message } = signed.receipt;
  return {
    id,
    acceptedAt: new Date(acceptedAt),
    acceptedBy: to,
    messageVersion: message.version,
    messageSha256: message.sha256,
    keyId: keyIdOf(signed) ?? '',
  };
};

/** The receipts of an exchange. */
@Resolver(() => ReceiptModel)
export class ReceiptsResolver {
  constructor(private readonly service: ReceiptsService) {}

  @Query(() => [ReceiptModel], {
    description: 'The signed receipts of an exchange, oldest first. Errors: exchange.notFound.',
  })
  async exchangeReceipts(
    @CurrentActor() actor: Actor,
    @Args('exchange', { type: () => ID, description: 'The exchange.' }) exchange: string,
  ): Promise<ReceiptModel[]> {
    return (await this.service.of(actor, exchange)).map(toModel);
  }
}
