import type { Caller } from '../../api/caller';

/** A type as introspection gives it: a named one, or a wrapper around one. */
export interface TypeRef {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType: TypeRef | null;
}

/** An argument of a field, or a field of an input. */
export interface InputValue {
  readonly name: string;
  readonly type: TypeRef;
}

interface Type {
  readonly kind: string;
  readonly name: string;
  readonly fields:
    readonly { readonly name: string; readonly args: readonly InputValue[]; readonly type: TypeRef }[] | null;
  readonly inputFields: readonly InputValue[] | null;
  readonly enumValues: readonly { readonly name: string }[] | null;
}

/** A field of Query or Mutation. */
export interface RootField {
  readonly operation: 'query' | 'mutation';
  readonly name: string;
  readonly args: readonly InputValue[];
  readonly type: TypeRef;
}

const REF = 'kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }';
const QUESTION = `{ __schema { types {
  kind name
  fields { name args { name type { ${REF} } } type { ${REF} } }
  inputFields { name type { ${REF} } }
  enumValues { name }
} } }`;

/** The named type inside of lists and non-nulls. */
export const namedType = (type: TypeRef): TypeRef => (type.ofType === null ? type : namedType(type.ofType));
/** True where a list stands somewhere between the type and its name. */
export const isList = (type: TypeRef): boolean =>
  type.kind === 'LIST' || (type.ofType !== null && isList(type.ofType));

/** A type as a query writes it. */
export const written = ({ kind, name, ofType }: TypeRef): string => {
  if (ofType === null) return name ?? '';
  return kind === 'NON_NULL' ? `${written(ofType)}!` : `[${written(ofType)}]`;
};

/** The schema as the running server describes it: what is added tomorrow is tried tomorrow. */
export class RunningSchema {
  private constructor(private readonly types: ReadonlyMap<string, Type>) {}

  /** Reads it as somebody who may. */
  static async read(caller: Caller): Promise<RunningSchema> {
    const { __schema } = await caller.ask<{ __schema: { types: readonly Type[] } }>(QUESTION);
    return new RunningSchema(new Map(__schema.types.map((type) => [type.name, type])));
  }

  /** All fields of Query and Mutation. */
  get roots(): readonly RootField[] {
    const of = (operation: 'query' | 'mutation', type: string): RootField[] =>
      (this.types.get(type)?.fields ?? []).map((field) => ({ operation, ...field }));
    return [...of('query', 'Query'), ...of('mutation', 'Mutation')];
  }

  /** The fields of an input type; none of any other type. */
  inputFields(name: string): readonly InputValue[] {
    return this.types.get(name)?.inputFields ?? [];
  }

  /** The first value of an enum. */
  firstValue(name: string): string | null {
    return this.types.get(name)?.enumValues?.[0]?.name ?? null;
  }
}
