import type { SchemaObject } from '../platform/rest';
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
