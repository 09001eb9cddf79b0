import { ValidateIf, type ValidationOptions } from 'class-validator';

/**
 * The property may be left out but must not be null: `IsOptional` would let a null through to a column that
 * has none.
 */
export const IsUndefinable = (options?: ValidationOptions): PropertyDecorator =>
  ValidateIf((_object, value) => value !== undefined, options);
