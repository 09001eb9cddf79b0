import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { selectedPaths } from '../../platform/graphql';
import { type CaseShows, caseShows } from '../read-plans/look';

/** What of an exchange the query being answered shows: as much is read, and no more. */
export const Shown = createParamDecorator((_: unknown, context: ExecutionContext): CaseShows =>
  caseShows(selectedPaths(GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>())),
);
