import { LIMITS } from '@soc-coop/contracts';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { WholeNumber } from './scalars';

/** Which page of a list is asked for. */
@ArgsType()
export class PageArgs {
  @Field(() => WholeNumber, {
    nullable: true,
    description: `Rows of the page, 1 to ${LIMITS.pageSize}; ${LIMITS.defaultPageSize} when not given.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.pageSize)
  first?: number | null;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  after?: string | null;
}
