import type { Caller } from './caller';
import type { Row } from './first-case';
import { LIST } from './operations';

interface Page {
  readonly exchanges: {
    readonly nodes: readonly Row[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Every exchange of one of somebody's lists, however many pages other stories have filled. */
export async function idsOf(caller: Caller, queue: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const { exchanges }: Page = await caller.ask<Page>(LIST, { queue, first: 100, after });
    ids.push(...exchanges.nodes.map(({ id }) => id));
    after = exchanges.pageInfo.hasNextPage ? exchanges.pageInfo.endCursor : null;
  }
  return ids;
}
