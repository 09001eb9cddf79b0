import type { Facts, Problem, StepFact } from '../facts';

const nameOf = ({ exchangeId, step, dueOn }: StepFact): string => `${step} ${dueOn} of ${exchangeId}`;
const problem = (detail: string): Problem => ({ rule: 'no step is told twice', detail });

/** Each step of a deadline is noted once, told to each reader once, and told to somebody where it is noted. */
export const checkSteps = ({ steps }: Facts): readonly Problem[] => {
  const noted = new Set(steps.filter(({ told }) => told === null).map(nameOf));
  const heard = new Set(steps.filter(({ told }) => told !== null).map(nameOf));
  return [
    ...steps
      .filter(({ times }) => times !== 1)
      .map((one) => problem(`${nameOf(one)}: ${one.told ?? 'noted'} ${one.times} times`)),
    ...[...noted]
      .filter((name) => !heard.has(name))
      .map((name) => problem(`${name} is noted and nobody was told`)),
    ...[...heard]
      .filter((name) => !noted.has(name))
      .map((name) => problem(`${name} was told and is not noted`)),
  ];
};
