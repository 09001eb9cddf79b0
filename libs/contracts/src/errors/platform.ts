import { define } from './shape';

/** Errors any request can meet, whatever it is about. */
export const PLATFORM_ERRORS = define({
  'request.malformed': { kind: 'BAD_USER_INPUT', params: [] },
  'request.invalid': { kind: 'BAD_USER_INPUT', params: ['fields'] },
  'request.tooComplex': { kind: 'BAD_USER_INPUT', params: ['limit'] },
  'request.tooLarge': { kind: 'PAYLOAD_TOO_LARGE', params: ['limit'] },
  'request.mediaType': { kind: 'UNSUPPORTED_MEDIA_TYPE', params: [] },
  'request.method': { kind: 'METHOD_NOT_ALLOWED', params: [] },
  'request.cursorInvalid': { kind: 'BAD_USER_INPUT', params: [] },
  'request.operationUnknown': { kind: 'BAD_USER_INPUT', params: [] },
  'request.operationNotKnown': { kind: 'FORBIDDEN', params: [] },
  'request.needsWebsocket': { kind: 'BAD_USER_INPUT', params: [] },
  'request.notFound': { kind: 'NOT_FOUND', params: [] },
  'request.keyReused': { kind: 'CONFLICT', params: [] },
  'request.keyRunning': { kind: 'CONFLICT', params: [] },
  'request.tooMany': { kind: 'TOO_MANY_REQUESTS', params: ['seconds'] },
  'request.stale': { kind: 'CONFLICT', params: [] },
  'request.conflict': { kind: 'CONFLICT', params: [] },
  'request.timeout': { kind: 'SERVICE_UNAVAILABLE', params: [] },
  'service.unavailable': { kind: 'SERVICE_UNAVAILABLE', params: [] },
  'service.internal': { kind: 'INTERNAL', params: ['reference'] },
});
