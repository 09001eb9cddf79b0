import { ApiError } from '../graphql/api-error';

/** Loaded on the first check, apart from the pages: the validator is heavier than most of them. */
const loadChecker = async () => {
  await import('./reflect-stand-in');
  const [transformer, validator, inputs] = await Promise.all([
    import('class-transformer'),
    import('class-validator'),
    import('./inputs'),
  ]);
  return { ...transformer, ...validator, INPUTS: inputs.INPUTS };
};

/** Inputs the web checks before it sends them, by the very class the API checks them with. */
export type CheckedInput = keyof Awaited<ReturnType<typeof loadChecker>>['INPUTS'];

/**
 * Checks an input as the API will.
 * @throws ApiError request.invalid with the names of the fields, exactly as the API would answer
 */
export const checkInput = async (name: CheckedInput, input: object): Promise<void> => {
  const { plainToInstance, validate, INPUTS } = await loadChecker();
  // Each class is its own type; what counts here is only that it can be made and checked.
  const type: new () => object = INPUTS[name];
  const errors = await validate(plainToInstance(type, input));
  if (errors.length === 0) return;
  throw new ApiError('BAD_USER_INPUT', 'request.invalid', { fields: errors.map(({ property }) => property) });
};
