import { LIMITS } from '@soc-coop/contracts';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDate, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { PageArgs } from '../base/page.args';
import { Id } from '../base/scalars';

/** How an act ended. */
export const AUDIT_OUTCOMES = ['ALLOWED', 'REFUSED'] as const;

/** Which audit events are looked for. */
@InputType({ description: 'Which audit events are looked for; conditions are combined with "and".' })
export class AuditEventFilter {
  @Field(() => Id, { nullable: true, description: 'Only what was done to this exchange.' })
  @IsOptional()
  @IsUUID()
  exchange?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this act, e.g. `exchange.send`.' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.idempotencyKey)
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'ALLOWED or REFUSED.' })
  @IsOptional()
  @IsIn(AUDIT_OUTCOMES)
  outcome?: (typeof AUDIT_OUTCOMES)[number] | null;

  @Field(() => Date, { nullable: true, description: 'Only at this instant or later.' })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only before this instant.' })
  @IsOptional()
  @IsDate()
  to?: Date | null;

  @Field(() => Id, { nullable: true, description: 'Only what this account did.' })
  @IsOptional()
  @IsUUID()
  account?: string | null;
}

/** A page of the audit trail. */
@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => AuditEventFilter, { nullable: true, description: 'Which events are looked for.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AuditEventFilter)
  filter?: AuditEventFilter | null;
}
