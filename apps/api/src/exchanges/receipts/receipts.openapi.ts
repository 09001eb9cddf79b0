import type { SchemaObject } from '../../platform/rest';

const text = (description: string): SchemaObject => ({ type: 'string', description });
const whole = (description: string): SchemaObject => ({ type: 'integer', minimum: 1, description });

const object = (description: string, properties: Record<string, SchemaObject>): SchemaObject => ({
  type: 'object',
  description,
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const RECEIPT = object('What was accepted, by whom and when. Names no person.', {
  format: { type: 'string', enum: ['soc-coop-receipt/1'], description: 'The form of the receipt.' },
  id: text('Identifier of the receipt.'),
  exchange: text('Identifier of the exchange.'),
  number: text('Number of the exchange.'),
  type: text('Type of the exchange, e.g. EX02.'),
  formVersion: whole('Version of its form.'),
  message: object('The request that was accepted.', {
    id: text('Identifier.'),
    version: whole('Its version: more than 1 after a correction.'),
    sha256: text('SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of the request.'),
    sentAt: text('When it was sent (RFC 3339).'),
  }),
  from: text('Code of the unit that asked.'),
  to: text('Code of the unit that accepted.'),
  agreementClause: { type: 'string', nullable: true, description: 'The clause it was exchanged under.' },
  acceptedAt: text('When it was accepted (RFC 3339).'),
});

/** A receipt with its signature. */
export const SIGNED_RECEIPT = object(
  'JSON Web Signature (RFC 7515) by Ed25519; the payload is the canonical JSON (RFC 8785) of `receipt`.',
  {
    receipt: RECEIPT,
    protected: text('The protected header, base64url.'),
    signature: text('The signature, base64url.'),
  },
);

/** The keys. */
export const KEY_SET = object('A JSON Web Key Set (RFC 7517).', {
  keys: {
    type: 'array',
    items: object('A public key (RFC 8037).', {
      kty: text('OKP'),
      crv: text('Ed25519'),
      x: text('The key, base64url.'),
      kid: text('Its name.'),
      use: text('sig'),
      alg: text('EdDSA'),
    }),
  },
});

/** What came of a check. */
export const VERIFICATION = object('What came of the check.', {
  result: {
    type: 'string',
    enum: ['valid', 'unknownKey', 'changed'],
    description: '`unknownKey`: not signed by this product. `changed`: not what was signed.',
  },
  keyId: { type: 'string', nullable: true, description: 'The key the signature names.' },
});
