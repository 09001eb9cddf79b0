import { LIMITS, type Trilingual } from '@soc-coop/contracts';
import { Field, InputType } from '@nestjs/graphql';
import { IsString, Length } from 'class-validator';

/** One text in the three languages; none of them may stay empty. */
@InputType({ description: 'One text in the three languages of the product; none may stay empty.' })
export class TrilingualInput implements Trilingual {
  @Field({ description: 'In Romanian.' })
  @IsString()
  @Length(1, LIMITS.shortText)
  ro: string;

  @Field({ description: 'In Bulgarian.' })
  @IsString()
  @Length(1, LIMITS.shortText)
  bg: string;

  @Field({ description: 'In English.' })
  @IsString()
  @Length(1, LIMITS.shortText)
  en: string;
}
