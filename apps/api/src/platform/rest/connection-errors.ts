import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_KINDS } from '@soc-coop/contracts';
import { runInRequest } from '../context';
import { newId } from '../database';
import { DomainError, toDomainError } from '../errors';
import { problemOf } from './problem';
import { openContext } from './request-context';
import { sendRefusal } from './refusal';

/** Statuses for what Node's parser refuses; HTTP has one of its own for each of these. */
const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers an address the router cannot read, which no hook and no filter gets to see. */
export const answerUnreadableAddress = (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
  runInRequest(openContext(request, reply), () => {
    void reply.header('x-content-type-options', 'nosniff');
    void sendRefusal(request, reply, toDomainError(error));
  });
};

/** Answers bytes that are no HTTP request, and hangs up: what follows them cannot be told apart. */
export const answerBrokenRequest = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = new DomainError('request.malformed');
  const requestId = newId();
  const body = JSON.stringify({ ...problemOf(refusal, undefined), requestId });
  const status = STATUS[error.code ?? ''] ?? `${ERROR_KINDS[refusal.kind]} Bad Request`;
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/problem+json; charset=utf-8',
    'cache-control: no-store',
    `x-request-id: ${requestId}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};
