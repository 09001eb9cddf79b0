import { Injectable } from '@nestjs/common';

/** The only source of "now" in services and jobs, so that tests can move it. */
@Injectable()
export class Clock {
  /** The present instant. */
  now(): Date {
    return new Date();
  }
}
