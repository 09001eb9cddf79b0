import { AsyncLocalStorage } from 'node:async_hooks';
import { type Actor, ANONYMOUS } from './actor';

/** What is known of the request being served; jobs and commands have none. */
export interface RequestContext {
  readonly requestId: string;
  readonly ip: string;
  readonly userAgent: string | null;
  /** Set once the session or token has been read. */
  actor: Actor;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs work inside a request's context; everything awaited in it sees the same context. */
export const runInRequest = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** The request being served, or undefined outside of one. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Who is asking in the current request; nobody where there is no request. */
export const currentActor = (): Actor => storage.getStore()?.actor ?? ANONYMOUS;
