import type { AccountNoticeKind, SecondFactorLoss } from '@soc-coop/contracts';
import { AccountNoticeKindEnum, SecondFactorLossEnum } from '@soc-coop/dto';
import { Field, ID, ObjectType } from '@nestjs/graphql';

/** What somebody else did to the caller's sign-in. */
@ObjectType('AccountNotice', { description: 'What somebody else did to the caller’s sign-in.' })
export class AccountNoticeModel {
  @Field(() => ID, { description: 'Its identifier.' })
  id: string;

  @Field(() => AccountNoticeKindEnum, { description: 'What was done.' })
  kind: AccountNoticeKind;

  @Field(() => SecondFactorLossEnum, { description: 'Why.' })
  reason: SecondFactorLoss;

  @Field({ description: 'When.' })
  at: Date;

  /** Resolved to `by`; not part of the schema. */
  byAccountId: string;
}
