import type { CodeEntry, FormContext, FormProblem, JsonObject } from '@soc-coop/forms';
import { inject, provide, type ComputedRef, type InjectionKey } from 'vue';

/** A doubt that does not stop anybody: the text to show beside a field. */
export interface FieldWarning {
  readonly path: string;
  readonly text: string;
}

/** What every field of a form needs to know beside its own value. */
export interface FormEnvironment {
  readonly lists: Readonly<Record<string, readonly CodeEntry[]>>;
  readonly content: JsonObject;
  readonly context: FormContext;
  readonly problems: readonly FormProblem[];
  readonly warnings: readonly FieldWarning[];
  /** The sentence a yes-or-no field is confirmed by with one tick, where the page asks for it so; by path. */
  readonly tickLabel: (path: string) => string | null;
  /** Fields the page around keeps back for the moment, by path. */
  readonly isHidden: (path: string) => boolean;
  /** Tells forms on one page apart in the ids of their controls. */
  readonly prefix: string;
}

const KEY: InjectionKey<ComputedRef<FormEnvironment>> = Symbol('form');

export const provideForm = (environment: ComputedRef<FormEnvironment>): void => provide(KEY, environment);

/** The form a field stands in; fields are never rendered outside one. */
export const useForm = (): ComputedRef<FormEnvironment> => {
  const environment = inject(KEY);
  if (!environment) throw new TypeError('a form field needs a form around it');
  return environment;
};

/** The id of the control that holds the value at a path. */
export const controlId = (prefix: string, path: string): string => `${prefix}-${path.replaceAll('.', '-')}`;
