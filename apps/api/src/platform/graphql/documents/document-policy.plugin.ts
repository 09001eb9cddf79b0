import type { ApolloServerPlugin } from '@apollo/server';
import type { Config } from '../../config';
import { type Actor, currentActor, hasRole } from '../../context';
import { DomainError } from '../../errors';
import { refuse } from '../operation-guard.plugin';
import type { KnownDocuments } from './known-documents';

/**
 * Who may send a document of their own making: partner systems, which are built against the schema; auditors, who write
 * queries in GraphiQL; nobody in particular, who sees code lists only. Staff work in the web client, whose documents are
 * known; a session in the wrong hands then asks what a page asks, and no more (docs/adr/0019).
 */
const mayWriteDocuments = (actor: Actor, { GRAPHQL_FREE_TEXT }: Config): boolean =>
  GRAPHQL_FREE_TEXT || actor.kind !== 'staff' || hasRole(actor, 'AUDITOR');

/** @throws DomainError request.operationNotKnown */
export const assertDocumentAllowed = (
  actor: Actor,
  hash: string,
  known: KnownDocuments,
  config: Config,
): void => {
  if (!known.has(hash) && !mayWriteDocuments(actor, config))
    throw new DomainError('request.operationNotKnown');
};

/** Refuses documents that are not the web client's, where the actor may not write them. */
export const documentPolicy = (known: KnownDocuments, config: Config): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ queryHash }) => {
      try {
        assertDocumentAllowed(currentActor(), queryHash, known, config);
      } catch (error) {
        if (error instanceof DomainError) refuse(error);
        throw error;
      }
    },
  }),
});
