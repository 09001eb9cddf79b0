import type { SchemaObject } from '../../platform/rest';

/** What a partner system sends. */
export const TOKEN_BODY: SchemaObject = {
  type: 'object',
  required: ['grant_type', 'client_assertion_type', 'client_assertion'],
  properties: {
    grant_type: { type: 'string', enum: ['client_credentials'] },
    client_assertion_type: {
      type: 'string',
      enum: ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
    },
    client_assertion: {
      type: 'string',
      description:
        'A JWT signed with the system’s own key (EdDSA, ES256 or PS256): `iss` and `sub` its id, `aud` this ' +
        'address, `exp` at most five minutes ahead, `jti` new each time.',
    },
  },
};

/** The token. */
export const TOKEN_ANSWER: SchemaObject = {
  type: 'object',
  required: ['access_token', 'token_type', 'expires_in'],
  properties: {
    access_token: { type: 'string' },
    token_type: { type: 'string', enum: ['Bearer'] },
    expires_in: { type: 'integer', description: 'Seconds.' },
  },
};

/** A refusal (RFC 6749 §5.2). */
export const TOKEN_ERROR = {
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['error'],
        properties: {
          error: { type: 'string', enum: ['invalid_client', 'invalid_request', 'unsupported_grant_type'] },
          error_description: { type: 'string' },
          reason: { type: 'string' },
        },
      } satisfies SchemaObject,
    },
  },
};
