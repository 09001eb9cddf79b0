import type { Answer, Caller, Coded, GraphqlBody } from '../../api/caller';
import { faultsOf, type Judged } from '../support/judge';
import { type Call, type Place, nameOf, together } from './calls';

/** A value at a place, to be sent. */
export interface Shot {
  readonly place: Place;
  readonly value: unknown;
  readonly call: Call;
}

/** What came of one shot: the coded error, or null where it was answered. */
export interface Hit {
  readonly shot: Shot;
  readonly refusal: Coded | null;
}

/** Fewer than the product takes in one document, of root fields and of aliases. */
const AT_ONCE = 10;
const SENDERS = 8;

/** A shot as a report names it; an expectation over whole calls would take minutes to word. */
export const shown = ({ place, value }: Shot): string =>
  `${nameOf(place)} <- ${JSON.stringify(value).slice(0, 120)}`;

/** Sends many calls, several in a document, and judges every answer. */
export class Volley {
  readonly faults: string[] = [];
  readonly hits: Hit[] = [];
  requests = 0;

  constructor(
    private readonly caller: Caller,
    private readonly judged: Judged = {},
  ) {}

  /** The first few shots that were answered and not refused. */
  get answered(): readonly string[] {
    return this.hits
      .filter(({ refusal }) => refusal === null)
      .slice(0, 5)
      .map(({ shot }) => shown(shot));
  }

  /** Fires all of them; the order of the answers is nobody's business. */
  async fire(shots: readonly Shot[]): Promise<this> {
    const queries = shots.filter(({ call }) => call.root.operation === 'query');
    // The first mutation of a document that is refused keeps the others from being made: each goes alone.
    const groups = shots.filter(({ call }) => call.root.operation === 'mutation').map((shot) => [shot]);
    for (let at = 0; at < queries.length; at += AT_ONCE) groups.push(queries.slice(at, at + AT_ONCE));
    const sender = async (): Promise<void> => {
      for (let group = groups.shift(); group !== undefined; group = groups.shift()) await this.send(group);
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
    return this;
  }

  private async send(group: readonly Shot[]): Promise<void> {
    const { query, variables } = together(group.map(({ call }) => call));
    const answer = await this.caller.graphql<Record<string, unknown>>(query, variables);
    this.requests += 1;
    const [only] = group;
    if (group.length === 1 && only !== undefined) {
      this.note(only, answer);
      return;
    }
    const { data, errors = [] } = answer.body;
    const isWhole = data !== null && data !== undefined;
    const isOfAll = errors.some((error) => error.path === undefined);
    if (!isWhole && (isOfAll || errors.length < group.length)) {
      // One of them took the others with it: they are asked one by one, so that each is answered for.
      for (const shot of group) await this.send([shot]);
      return;
    }
    for (const [index, shot] of group.entries()) this.note(shot, partOf(answer, `f${index}`));
  }

  private note(shot: Shot, answer: Answer<GraphqlBody<unknown>>): void {
    const sent = typeof shot.value === 'string' ? { sent: shot.value } : {};
    const faults = faultsOf(answer, { ...this.judged, ...sent });
    this.faults.push(...faults.map((fault) => `${shown(shot)}: ${fault}`));
    this.hits.push({ shot, refusal: answer.body.errors?.[0]?.extensions ?? null });
  }
}

/** What an answer says of one of its fields. */
const partOf = (
  answer: Answer<GraphqlBody<Record<string, unknown>>>,
  name: string,
): Answer<GraphqlBody<unknown>> => {
  const errors = answer.body.errors?.filter((error) => error.path?.[0] === name);
  const body =
    errors === undefined || errors.length === 0 ? { data: answer.body.data?.[name] ?? null } : { errors };
  return { ...answer, body };
};
