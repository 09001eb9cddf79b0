import type { IncomingMessage } from 'node:http';

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Says whether an upgrade comes from our own pages. Browsers send the cookie with a connection that any site opens and
 * let any site read what comes back, and there is no header a page could add as proof: `Origin`, which no page can
 * forge, is the only one (cross-site websocket hijacking). It must be the configured address exactly; where none is
 * configured, for a machine of one's own, the host the request was sent to.
 */
export const isOwnOrigin = ({ headers }: IncomingMessage, publicOrigin: string | undefined): boolean => {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (publicOrigin !== undefined) return origin === new URL(publicOrigin).origin;
  return host !== undefined && hostOf(origin) === host;
};
