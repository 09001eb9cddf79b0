import { createParamDecorator } from '@nestjs/common';
import type { Actor } from './actor';
import { currentActor } from './request-context';

/** The actor of the current request, in resolvers and controllers alike. */
export const CurrentActor = createParamDecorator((): Actor => currentActor());
