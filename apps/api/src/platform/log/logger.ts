import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import { currentRequest } from '../context';
import { redact } from './redact';

/** What every line carries while a request is being served. */
const requestFields = (): object => {
  const request = currentRequest();
  return request === undefined ? {} : { requestId: request.requestId };
};

/** An error as the log shows it: name, code and stack, never parameters or bound values of a query. */
const describeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { name: typeof error };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return {
    name: error.name,
    message: redact(error.message),
    ...code,
    stack: redact(error.stack ?? ''),
    ...cause,
  };
};

/** Structured log (one JSON line an event) on standard output; also Nest's own logger. */
@Injectable()
export class Logger implements LoggerService {
  private readonly pino: Pino;

  constructor(level: string, destination?: DestinationStream) {
    const options = {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: requestFields,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  /** Notes what happened, with ids and counts only. */
  info(event: string, fields: object = {}): void {
    this.pino.info(fields, redact(event));
  }

  /** Notes a failure of ours, whole. */
  failure(error: unknown): void {
    this.pino.error({ error: describeError(error) }, 'failure');
  }

  log(message: unknown): void {
    this.pino.debug(redact(String(message)));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error(redact([message, ...rest].map(String).join(' ')));
  }

  warn(message: unknown): void {
    this.pino.warn(redact(String(message)));
  }

  debug(message: unknown): void {
    this.pino.debug(redact(String(message)));
  }
}
