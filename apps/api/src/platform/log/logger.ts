import { Injectable, type LoggerService, type OnApplicationShutdown } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import { currentRequest } from '../context';
import { GatheredLines, standardOutput } from './gathered-lines';
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

/** Events are named by a few words that stand in the code: each is looked through once. */
const events = new Map<string, string>();
const EVENTS_KEPT = 200;

const blotted = (event: string): string => {
  const known = events.get(event);
  if (known !== undefined) return known;
  const text = redact(event);
  if (events.size < EVENTS_KEPT) events.set(event, text);
  return text;
};

/** Structured log (one JSON line an event) on standard output; also Nest's own logger. */
@Injectable()
export class Logger implements LoggerService, OnApplicationShutdown {
  private readonly pino: Pino;
  private readonly lines: GatheredLines | null;

  constructor(level: string, destination: DestinationStream = standardOutput()) {
    const options = {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: requestFields,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.pino = pino(options, destination);
    this.lines = destination instanceof GatheredLines ? destination : null;
  }

  /** Notes what happened, with ids and counts only. */
  info(event: string, fields: object = {}): void {
    this.pino.info(fields, blotted(event));
  }

  /** Notes a failure of ours, whole. */
  failure(error: unknown): void {
    this.pino.error({ error: describeError(error) }, 'failure');
    this.lines?.leave();
  }

  log(message: unknown): void {
    this.pino.debug(redact(String(message)));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error(redact([message, ...rest].map(String).join(' ')));
    this.lines?.leave();
  }

  warn(message: unknown): void {
    this.pino.warn(redact(String(message)));
    this.lines?.leave();
  }

  debug(message: unknown): void {
    this.pino.debug(redact(String(message)));
  }

  /** Whatever ends the process next, nothing waits any longer. */
  onApplicationShutdown(): void {
    this.lines?.end();
  }
}
