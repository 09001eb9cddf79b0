import type { ApolloServerPlugin } from '@apollo/server';

/** Errors told of a request that was refused as a whole: enough to mend it, too few to make a small request a large answer. */
const MOST_ERRORS = 5;

/** Shortens the list of errors of a request that was refused before it ran; what happened to fields that ran is told in full. */
export const requestErrors = (): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single' || 'data' in response.body.singleResult) return;
      const { singleResult } = response.body;
      const errors = singleResult.errors?.slice(0, MOST_ERRORS);
      if (errors !== undefined) response.body.singleResult = { ...singleResult, errors };
    },
  }),
});
