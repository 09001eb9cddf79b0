import { generate } from '../generated/index.ts';
import { done, since } from '../tools/ui.ts';

/** `soc emit`: writes the files that are made from the code: GraphQL schema, OpenAPI document, typed documents. */
export async function emit(): Promise<number> {
  const started = performance.now();
  await generate();
  done('generated', since(started));
  return 0;
}
