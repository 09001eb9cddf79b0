import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MessageEntity, MoveEntity } from './exchange.entities';
import { GraphQLJSONObject } from './json.scalar';
import type { RequestContext } from './loaders';
import { Account, Deadline, Exchange, Message, Move, Subject, Unit } from './models';

const unitOf = async ({ loaders }: RequestContext, id: string): Promise<Unit | null> => {
  const unit = await loaders.units.load(id);
  if (unit === null) return null;
  return { id: unit.id, code: unit.code, name: { ro: unit.nameRo, bg: unit.nameBg, en: unit.nameEn } };
};

const messagesOf = async ({ loaders }: RequestContext, id: string, kind: string): Promise<MessageEntity[]> =>
  (await loaders.messages.load(id)).filter((message) => message.kind === kind);

const toMove = (row: MoveEntity): Move => Object.assign(row, { by: row.side });

/** What belongs to an exchange. */
@Resolver(() => Exchange)
export class ExchangeFieldsResolver {
  @ResolveField(() => Deadline, { nullable: true })
  deadline(@Parent() { dueKind, dueOn }: Exchange): Deadline | null {
    return dueKind === null ? null : { kind: dueKind, due: dueOn };
  }

  @ResolveField(() => Unit, { nullable: true })
  async requestingUnit(@Parent() row: Exchange, @Context() context: RequestContext): Promise<Unit | null> {
    return unitOf(context, row.requestingUnitId);
  }

  @ResolveField(() => Unit, { nullable: true })
  async replyingUnit(@Parent() row: Exchange, @Context() context: RequestContext): Promise<Unit | null> {
    return row.replyingUnitId === null ? null : unitOf(context, row.replyingUnitId);
  }

  @ResolveField(() => Account, { nullable: true })
  async author(@Parent() row: Exchange, @Context() { loaders }: RequestContext): Promise<Account | null> {
    return loaders.accounts.load(row.authorId);
  }

  @ResolveField(() => Account, { nullable: true })
  async handler(@Parent() row: Exchange, @Context() { loaders }: RequestContext): Promise<Account | null> {
    const id = row.replierHandlerId ?? row.requesterHandlerId;
    return id === null ? null : loaders.accounts.load(id);
  }

  @ResolveField(() => Subject, { nullable: true })
  async subject(@Parent() { id }: Exchange, @Context() { loaders }: RequestContext): Promise<Subject | null> {
    const row = await loaders.subjects.load(id);
    if (row === null) return null;
    const { familyName, givenName, birthDate } = row;
    return { name: { familyName, givenName }, birthDate };
  }

  @ResolveField(() => Message, { nullable: true })
  async request(@Parent() { id }: Exchange, @Context() context: RequestContext): Promise<Message | null> {
    return (await messagesOf(context, id, 'REQUEST')).at(-1) ?? null;
  }

  @ResolveField(() => [Message])
  async answers(@Parent() { id }: Exchange, @Context() context: RequestContext): Promise<Message[]> {
    return messagesOf(context, id, 'ANSWER');
  }

  @ResolveField(() => [Move])
  async timeline(@Parent() { id }: Exchange, @Context() { loaders }: RequestContext): Promise<Move[]> {
    return (await loaders.moves.load(id)).map(toMove);
  }
}

/** Who sent a message. */
@Resolver(() => Message)
export class MessageFieldsResolver {
  @ResolveField(() => GraphQLJSONObject, { nullable: true })
  async content(@Parent() row: Message, @Context() { loaders }: RequestContext): Promise<unknown> {
    const talk = await loaders.talks.load(row.exchangeId);
    return talk === null || row.sealed === null ? null : talk.openContent(row.id, row.sealed);
  }

  @ResolveField(() => Account, { nullable: true })
  async author(@Parent() row: Message, @Context() { loaders }: RequestContext): Promise<Account | null> {
    return loaders.accounts.load(row.authorId);
  }

  @ResolveField(() => Unit, { nullable: true })
  async authorUnit(@Parent() row: Message, @Context() context: RequestContext): Promise<Unit | null> {
    return unitOf(context, row.authorUnitId);
  }
}

/** Who made a move. */
@Resolver(() => Move)
export class MoveFieldsResolver {
  @ResolveField(() => String, { nullable: true })
  async note(@Parent() row: Move, @Context() { loaders }: RequestContext): Promise<string | null> {
    if (row.sealedNote === null) return null;
    const talk = await loaders.talks.load(row.exchangeId);
    return talk?.openNote(row.id, row.sealedNote) ?? null;
  }

  @ResolveField(() => Account, { nullable: true })
  async account(@Parent() row: Move, @Context() { loaders }: RequestContext): Promise<Account | null> {
    return row.accountId === null ? null : loaders.accounts.load(row.accountId);
  }

  @ResolveField(() => Unit, { nullable: true })
  async unit(@Parent() row: Move, @Context() context: RequestContext): Promise<Unit | null> {
    return unitOf(context, row.unitId);
  }
}
