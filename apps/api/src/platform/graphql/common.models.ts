import type { ErrorParams, Trilingual } from '@soc-coop/contracts';
import { Field, ObjectType } from '@nestjs/graphql';
import { JSONObject } from './scalars';

/** One text in the three languages. */
@ObjectType('Trilingual', { description: 'One text in the three languages of the product.' })
export class TrilingualModel implements Trilingual {
  @Field({ description: 'In Romanian.' })
  ro: string;

  @Field({ description: 'In Bulgarian.' })
  bg: string;

  @Field({ description: 'In English.' })
  en: string;
}

/** Why something is not possible. */
@ObjectType('Refusal', {
  description:
    'Why something is not possible: a code and its parameters, worded in the language of the reader.',
})
export class RefusalModel {
  @Field({ description: 'The error code, e.g. `exchange.certificateMissing`.' })
  code: string;

  @Field(() => JSONObject, { description: 'The parameters its text needs; never personal data.' })
  params: ErrorParams;
}
