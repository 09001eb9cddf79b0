import {
  type DocumentNode,
  type ExecutionResult,
  getArgumentValues,
  getVariableValues,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isNonNullType,
  locatedError,
} from 'graphql';
import { AnswerText } from './answer-text';
import { RawData } from './raw-data';
import { makeRawPlan, type RawPlan } from './raw-plan';
import { RootAnswer } from './root-answer';

/** How an operation is executed otherwise; with a root answer, its root field is not asked again. */
export type Otherwise = (root?: RootAnswer) => Promise<ExecutionResult>;

/** One operation to answer. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

const infoOf = (
  schema: GraphQLSchema,
  { operation, fragments, parent, field, nodes, key }: RawPlan,
  variableValues: Record<string, unknown>,
): GraphQLResolveInfo => ({
  fieldName: field.name,
  fieldNodes: nodes,
  returnType: field.type,
  parentType: parent,
  path: { prev: undefined, key, typename: parent.name },
  schema,
  fragments: { ...fragments },
  rootValue: undefined,
  operation,
  variableValues,
});

/** What is answered where the root field failed, as graphql-js words it. */
const failed = ({ field, nodes, key }: RawPlan, error: unknown): ExecutionResult => {
  const errors: GraphQLError[] = [locatedError(error, nodes, [key])];
  return { data: isNonNullType(field.type) ? null : { [key]: null }, errors };
};

/**
 * Answers queries whose root field brings everything they show: the field is asked as ever, with guards, pipes and
 * audit, and what it brings is written as JSON text straight away, by a writer made once for each operation.
 * Whatever the writer does not know, and every value that is not as its type says, is executed as ever.
 */
export class RawExecution {
  private readonly plans = new WeakMap<DocumentNode, Map<string | null, RawPlan | null>>();

  constructor(private readonly schema: () => GraphQLSchema) {}

  /** The answer of an operation. */
  async answer(asked: Asked, otherwise: Otherwise): Promise<ExecutionResult> {
    const plan = this.planOf(asked);
    if (plan === null) return otherwise();
    const { coerced } = getVariableValues(
      this.schema(),
      plan.operation.variableDefinitions ?? [],
      asked.variables,
    );
    // Whoever executes it words what is wrong with the variables.
    return coerced === undefined ? otherwise() : this.run(plan, coerced, asked, otherwise);
  }

  private async run(
    plan: RawPlan,
    variables: Record<string, unknown>,
    { context }: Asked,
    otherwise: Otherwise,
  ): Promise<ExecutionResult> {
    let value: unknown;
    try {
      const args = getArgumentValues(plan.field, plan.nodes[0], variables);
      value = await plan.field.resolve?.(undefined, args, context, infoOf(this.schema(), plan, variables));
    } catch (error) {
      return failed(plan, error);
    }
    const data = written(plan, value);
    return data === null ? otherwise(new RootAnswer(value)) : { data };
  }

  private planOf({ document, operationName }: Asked): RawPlan | null {
    const byName = this.plans.get(document) ?? new Map<string | null, RawPlan | null>();
    this.plans.set(document, byName);
    const known = byName.get(operationName);
    if (known !== undefined) return known;
    const plan = makeRawPlan(this.schema(), document, operationName);
    byName.set(operationName, plan);
    return plan;
  }
}

const written = ({ key, write }: RawPlan, value: unknown): RawData | null => {
  const text = new AnswerText();
  try {
    write(value, text);
    return new RawData([`{${JSON.stringify(key)}:`, text.bytes(), '}']);
  } catch {
    return null;
  }
};
