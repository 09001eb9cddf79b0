import type { ApolloServerPlugin } from '@apollo/server';

/**
 * Statuses as GraphQL-over-HTTP words them: a client that accepts exactly `application/json` is a legacy one and
 * gets 200 with the errors in the body; one that accepts `application/graphql-response+json` gets 4xx when the
 * request itself was refused.
 */
export const httpStatus = (): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      if (response.body.kind !== 'single' || 'data' in response.body.singleResult) return;
      const legacy = request.http?.headers.get('accept') === 'application/json';
      // Rate limits and an absent database keep their status: proxies and monitors read nothing else.
      const status = response.http.status ?? 400;
      if (legacy && status < 429) response.http.status = 200;
    },
  }),
});
