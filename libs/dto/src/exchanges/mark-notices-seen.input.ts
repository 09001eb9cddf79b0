import { LIMITS, NOTICE_LISTS, type NoticeList } from '@soc-coop/contracts';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsDate, IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { NoticeListEnum } from '../base/enums';
import { IdempotentInput } from '../base/idempotent.input';
import { PageArgs } from '../base/page.args';
import { Id } from '../base/scalars';

/** Which page of which notices is asked for. */
@ArgsType()
export class NoticesArgs extends PageArgs {
  @Field(() => NoticeListEnum, { nullable: true, description: 'Which ones; ALL when not given.' })
  @IsOptional()
  @IsIn(NOTICE_LISTS)
  list?: NoticeList | null;
}

/** Marks notices as seen: those named, or everything up to an instant. */
@InputType({
  description: 'Marks notices as seen for the whole unit: those named, or everything up to an instant.',
})
export class MarkNoticesSeenInput extends IdempotentInput {
  @Field(() => [Id], { nullable: true, description: 'The notices; when not given, `upTo` says which.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pageSize)
  @IsUUID(undefined, { each: true })
  ids?: string[] | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The instant of the newest notice that was shown; needed without `ids`.',
  })
  @ValidateIf(({ ids, upTo }: MarkNoticesSeenInput) => (ids ?? null) === null || (upTo ?? null) !== null)
  @IsDate()
  upTo?: Date | null;
}

/** Takes back that notices were seen: of those named, or of all that were marked at one instant. */
@InputType({
  description:
    'Takes back that notices were seen: of those named, or of all that were marked at one instant.',
})
export class MarkNoticesUnseenInput extends IdempotentInput {
  @Field(() => [Id], { nullable: true, description: 'The notices; when not given, `seenAt` says which.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pageSize)
  @IsUUID(undefined, { each: true })
  ids?: string[] | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The `seenAt` that marking them gave; needed without `ids`.',
  })
  @ValidateIf(
    ({ ids, seenAt }: MarkNoticesUnseenInput) => (ids ?? null) === null || (seenAt ?? null) !== null,
  )
  @IsDate()
  seenAt?: Date | null;
}
