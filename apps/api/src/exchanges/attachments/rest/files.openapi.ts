const header = (description: string) => ({ description, schema: { type: 'string' as const } });

/** The header every request about an upload carries. */
export const TUS = { name: 'tus-resumable', required: true, description: '1.0.0' } as const;

/** The header every change by a session carries; partner systems send a bearer token instead. */
export const CSRF = {
  name: 'x-csrf-token',
  required: false,
  description: 'From the session; not with a bearer token.',
} as const;

/** Where an upload stands. */
export const UPLOAD_STATE = {
  'upload-offset': header('Bytes that are safe; go on from here.'),
  'upload-length': header('Bytes of the file.'),
  'upload-expires': header('Until when the upload can be continued.'),
  'x-file-id': header('The file it has become; absent before.'),
};

/** What a begun upload is answered with. */
export const UPLOAD_CREATED = { ...UPLOAD_STATE, location: header('Address of the upload.') };

/** A refusal (RFC 9457). */
export const PROBLEM = {
  content: {
    'application/problem+json': {
      schema: {
        type: 'object' as const,
        required: ['type', 'title', 'status', 'code', 'reason', 'params'],
        properties: {
          type: { type: 'string' as const },
          title: { type: 'string' as const, description: 'One sentence in the language of the reader.' },
          status: { type: 'integer' as const },
          code: { type: 'string' as const, description: 'The class of the error.' },
          reason: { type: 'string' as const, description: 'The coded error.' },
          params: { type: 'object' as const, additionalProperties: true },
          requestId: { type: 'string' as const, nullable: true },
        },
      },
    },
  },
};
