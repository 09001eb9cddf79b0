import type { SchemaObject } from './openapi-schema';
import { STAGES } from './sessions/stage.rules';

const STAGE: SchemaObject = {
  type: 'string',
  enum: ['none', ...STAGES],
  description: 'How far the sign-in has come; only `full` has rights.',
};

/** The body of the password step. */
export const SIGN_IN_BODY: SchemaObject = {
  type: 'object',
  additionalProperties: false,
  required: ['email', 'password'],
  properties: {
    email: { type: 'string', format: 'email', maxLength: 254 },
    password: { type: 'string', format: 'password', maxLength: 256 },
  },
};

/** The body of the second step. */
export const SECOND_FACTOR_BODY: SchemaObject = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: { code: { type: 'string', description: 'Six digits, or a recovery code.' } },
};

/** What each step answers. */
export const STAGE_ANSWER: SchemaObject = {
  type: 'object',
  required: ['stage'],
  properties: { stage: STAGE },
};

/** What a client may know of its session. */
export const SESSION_STATE: SchemaObject = {
  type: 'object',
  required: ['signedIn', 'stage', 'csrfToken', 'demo', 'version', 'expiresAt'],
  properties: {
    signedIn: { type: 'boolean', description: 'True in stage `full`.' },
    stage: STAGE,
    csrfToken: { type: 'string', description: 'Send it as `x-csrf-token` with everything but reads.' },
    demo: { type: 'boolean', description: 'True when the data are for demonstration.' },
    version: { type: 'string' },
    expiresAt: {
      type: 'string',
      format: 'date-time',
      nullable: true,
      description: 'When the session ends unless it is used.',
    },
  },
};

/** A refusal (RFC 9457). */
export const PROBLEM = {
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'reason', 'params'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string', description: 'One sentence in the language of the reader.' },
          status: { type: 'integer' },
          code: { type: 'string', description: 'The class of the error.' },
          reason: { type: 'string', description: 'The coded error.' },
          params: { type: 'object', additionalProperties: true },
          requestId: { type: 'string', nullable: true },
        },
      } satisfies SchemaObject,
    },
  },
};
