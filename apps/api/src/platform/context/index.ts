export * from './actor';
export { ActorResolver } from './actor-resolver';
export { CurrentActor } from './current-actor.decorator';
export { SocketActors, type SocketCredentials, type SocketIdentity } from './socket-actors';
export { reachOf } from './reach';
export { currentActor, currentRequest, runInRequest, type RequestContext } from './request-context';
