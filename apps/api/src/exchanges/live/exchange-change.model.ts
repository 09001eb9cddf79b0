import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ExchangeMove, ExchangeSide, ExchangeState } from '@soc-coop/contracts';
import { ExchangeMoveEnum, ExchangeSideEnum, ExchangeStateEnum } from '@soc-coop/dto';

/** What may have happened. */
export const ExchangeChangeKind = {
  MOVED: 'MOVED',
  DRAFT_SAVED: 'DRAFT_SAVED',
  DEADLINE_MOVED: 'DEADLINE_MOVED',
  LOOK_AGAIN: 'LOOK_AGAIN',
} as const;
export type ExchangeChangeKind = keyof typeof ExchangeChangeKind;

registerEnumType(ExchangeChangeKind, {
  name: 'ExchangeChangeKind',
  description: 'What may have happened to an exchange.',
  valuesMap: {
    MOVED: { description: 'A move was made.' },
    DRAFT_SAVED: { description: "One's own side saved what it is writing." },
    DEADLINE_MOVED: { description: 'Its due day moved, because a calendar was changed.' },
    LOOK_AGAIN: { description: 'Changes may have been missed: read again what is shown. Names no exchange.' },
  },
});

/** That something changed, and as little as possible of what. */
@ObjectType('ExchangeChange', {
  description:
    'Says that an exchange changed; what it is now is read by a query, under the rights of that moment. Holds no personal data.',
})
export class ExchangeChangeModel {
  @Field(() => ExchangeChangeKind, { description: 'What happened.' })
  kind: ExchangeChangeKind;

  @Field(() => ID, { nullable: true, description: 'The exchange.' })
  exchangeId: string | null;

  @Field(() => String, { nullable: true, description: 'Its number, once it has one.' })
  number: string | null;

  @Field(() => ExchangeMoveEnum, { nullable: true, description: 'The move, where one was made.' })
  move: ExchangeMove | null;

  @Field(() => ExchangeSideEnum, { nullable: true, description: 'The side that did it.' })
  side: ExchangeSide | null;

  @Field(() => ExchangeStateEnum, { nullable: true, description: 'The state it is in now.' })
  state: ExchangeState | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version it has now; a page that shows it is up to date.',
  })
  version: number | null;

  @Field(() => Date, { nullable: true, description: 'When it happened.' })
  at: Date | null;

  @Field({ description: 'True when the account that listens did it itself.' })
  byYou: boolean;
}
