import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';

/** Seconds after which what is not there now may be asked for again. */
const RETRY_SECONDS = '5';

/** True where the operation ran into a database that was not there, and nothing of an answer came about. */
const cameToNothing = ({ data, errors = [] }: FormattedExecutionResult): boolean =>
  data === null && errors.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE');

/**
 * Statuses as GraphQL-over-HTTP words them: a client that accepts exactly `application/json` is a legacy one and
 * gets 200 with the errors in the body; one that accepts `application/graphql-response+json` gets 4xx when the
 * request itself was refused. Where the database went away under an operation, the answer is 503 for everybody: the
 * same request, with the same key, may be sent again.
 */
export const httpStatus = (): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      if (response.body.kind !== 'single') return;
      if (cameToNothing(response.body.singleResult)) {
        response.http.status = 503;
        response.http.headers.set('retry-after', RETRY_SECONDS);
      }
      if ('data' in response.body.singleResult) return;
      const legacy = request.http?.headers.get('accept') === 'application/json';
      // Rate limits and an absent database keep their status: proxies and monitors read nothing else.
      const status = response.http.status ?? 400;
      if (legacy && status < 429) response.http.status = 200;
    },
  }),
});
