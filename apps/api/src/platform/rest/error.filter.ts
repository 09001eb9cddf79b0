import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { ERROR_KINDS } from '@soc-coop/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { Acts } from '../acts';
import { currentActor } from '../context';
import { type DomainError, toDomainError } from '../errors';
import { Logger } from '../log';
import { sendRefusal } from './refusal';

/**
 * The one place where errors leave the product. GraphQL words them itself; here a refusal that happened before
 * any use case began (input that failed validation) gets its audit event, and REST gets problem+json.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly acts: Acts,
    private readonly logger: Logger,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<unknown> {
    if (host.getType<GqlContextType>() === 'graphql') return this.graphql(thrown, host);
    return this.rest(toDomainError(thrown), thrown, host);
  }

  private async graphql(thrown: unknown, host: ArgumentsHost): Promise<never> {
    const info = GqlExecutionContext.create(host as never).getInfo<GraphQLResolveInfo>();
    if (info.parentType.name === 'Mutation')
      await this.acts.refuse(currentActor(), `graphql.${info.fieldName}`, thrown);
    throw thrown;
  }

  private async rest(error: DomainError, thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (request.method !== 'GET' && request.method !== 'HEAD' && error.kind !== 'INTERNAL')
      await this.acts.refuse(
        currentActor(),
        `rest.${request.method} ${request.routeOptions.url ?? ''}`,
        thrown,
      );
    if (ERROR_KINDS[error.kind] >= 500) this.logger.failure(error);
    void sendRefusal(request, reply, error);
  }
}
