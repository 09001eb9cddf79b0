import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Page } from '../paging';

/** Where a page ends. */
@ObjectType({ description: 'Where a page ends and whether another one follows.' })
export class PageInfo {
  @Field({ description: 'True when more rows follow.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` to get the next page.' })
  endCursor: string | null;
}

/** A count that stops at 1000. */
@ObjectType({ description: 'A count that stops at 1000; `capped` then says that there are more.' })
export class CappedCount {
  @Field(() => Int, { description: 'The number of rows, at most 1000.' })
  value: number;

  @Field({ description: 'True when there are more rows than `value` says.' })
  capped: boolean;
}

/** One node of a page with its cursor. */
export interface EdgeShape<T> {
  readonly cursor: string;
  readonly node: T;
}

/** What a connection class carries. */
export interface ConnectionShape<T> {
  readonly edges: readonly EdgeShape<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: CappedCount;
}

/** Makes the connection type (Relay cursor connections, with a capped count) of a model. */
export const Connection = <T>(model: Type<T>, name: string): Type<ConnectionShape<T>> => {
  @ObjectType(`${name}Edge`, { description: `One row of a list of ${name} with its cursor.` })
  class Edge {
    @Field({ description: 'Opaque; marks the place after this row.' })
    cursor: string;

    @Field(() => model, { description: 'The row itself.' })
    node: T;
  }

  @ObjectType({ isAbstract: true })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges: Edge[];

    @Field(() => [model], { description: 'The rows without cursors.' })
    nodes: T[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo: PageInfo;

    @Field(() => CappedCount, { description: 'How many rows the whole list has, counted up to 1000.' })
    totalCount: CappedCount;
  }

  return ConnectionType;
};

/** The GraphQL shape of a page. */
export const toConnection = <T>({ edges, hasNextPage, total }: Page<T>): ConnectionShape<T> => ({
  edges,
  nodes: edges.map(({ node }) => node),
  pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
  totalCount: total,
});
