import { randomUUID } from 'node:crypto';
import {
  type PgClient,
  type PgExecutor,
  type PgSelectSingleStep,
  sideEffectWithPgClientTransaction,
  TYPES,
} from 'postgraphile/@dataplan/pg';
import { access, type FieldArgs, lambda, type Step } from 'postgraphile/grafast';
import { extendSchema, gql } from 'postgraphile/utils';
import { makeTalks } from '../../product';

const talks = makeTalks();

/** What is needed to open a text: its row, its exchange, the wrapped key of that, and the seal. */
type Sealed = readonly [id: string, exchangeId: string, key: string | null, sealed: string | null];

const openContent = ([id, exchangeId, key, sealed]: Sealed): unknown =>
  key === null || sealed === null ? null : talks.resume(exchangeId, key).openContent(id, sealed);

const openNote = ([id, exchangeId, key, sealed]: Sealed): string | null =>
  key === null || sealed === null ? null : talks.resume(exchangeId, key).openNote(id, sealed);

interface Reminder {
  readonly caseId: string;
  readonly seen: number;
  readonly words: string;
  readonly once: string;
}

interface Reminded {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

const KEY = 'select wrapped_key as key from exchange_key where exchange_id = $1';
const REMIND = 'select id, state, version from remind($1, $2, $3, $4, $5)';

const TYPE_DEFS = gql`
  extend type ExchangeMessage {
    openedContent: JSON
  }
  extend type ExchangeMove {
    openedNote: String
  }
  input ReminderInput {
    caseId: UUID!
    seen: Int!
    words: String!
    once: String!
  }
  type Reminded {
    id: UUID!
    state: String!
    version: Int!
  }
  extend type Mutation {
    remindReplier(input: ReminderInput!): Reminded
  }
`;

/** The steps that give what is needed to open a text. */
const partsOf = ({ sql }: GraphileBuild.Build, $row: PgSelectSingleStep, column: string) => {
  const { alias } = $row.getClassStep();
  const key = sql`(select k.wrapped_key from exchange_key k where k.exchange_id = ${alias}.exchange_id)`;
  return [$row.get('id'), $row.get('exchange_id'), $row.select(key, TYPES.text), $row.get(column)] as const;
};

/** Seals the words and makes the reminder, in the transaction PostGraphile opened. */
const remind = async (
  client: PgClient,
  { caseId, seen, words, once }: Reminder,
): Promise<Reminded | null> => {
  const keys = await client.query<{ key: string }>({ text: KEY, values: [caseId] });
  const moveId = randomUUID();
  const sealed = talks.resume(caseId, keys.rows[0]?.key ?? '').sealNote(moveId, words);
  const { rows } = await client.query<Reminded>({
    text: REMIND,
    values: [caseId, seen, sealed, once, moveId],
  });
  return rows[0] ?? null;
};

const field = (name: keyof Reminded) => ($it: Step) => access($it, name);

/** What SQL alone cannot do: opening what lies sealed, and sealing what is written. */
export const sealedFields = extendSchema((build) => {
  const executor: PgExecutor | undefined = build.input.pgRegistry.pgExecutors['main'];
  if (executor === undefined) throw new Error('PostGraphile has no executor.');
  const opened =
    <T>(column: string, open: (sealed: Sealed) => T) =>
    ($row: PgSelectSingleStep) =>
      lambda(partsOf(build, $row, column), open, true);
  return {
    typeDefs: TYPE_DEFS,
    objects: {
      ExchangeMessage: { plans: { openedContent: opened('sealed', openContent) } },
      ExchangeMove: { plans: { openedNote: opened('sealed_note', openNote) } },
      Reminded: { plans: { id: field('id'), state: field('state'), version: field('version') } },
      Mutation: {
        plans: {
          remindReplier: (_$root: Step, fieldArgs: FieldArgs) =>
            sideEffectWithPgClientTransaction(executor, fieldArgs.getRaw('input'), remind),
        },
      },
    },
  };
});
