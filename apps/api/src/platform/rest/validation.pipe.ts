import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../errors';
import { rememberChecks } from './checks-of-classes';

/** The dotted paths of what failed; values stay out, they may be personal data. */
const failedPaths = (errors: readonly ValidationError[], prefix = ''): string[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...(constraints === undefined ? [] : [`${prefix}${property}`]),
    ...failedPaths(children ?? [], `${prefix}${property}.`),
  ]);

/** Checks every input class: unknown members are refused, not dropped. */
export const inputValidation = (): ValidationPipe => {
  rememberChecks();
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new DomainError('request.invalid', { fields: failedPaths(errors) }),
  });
};
