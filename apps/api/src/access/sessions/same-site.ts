import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors';

/** Where a browser says a request comes from when the person typed an address, or our own page sent it. */
const OWN = new Set(['same-origin', 'none']);

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

const isForeignOrigin = (request: FastifyRequest, publicOrigin: string): boolean => {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return origin !== publicOrigin && hostOf(origin) !== request.host;
};

/**
 * Refuses what another site made the browser send. Browsers state it (`Sec-Fetch-Site`, `Origin`) and no page can
 * change what they state; programs that are no browsers send neither and have no cookie to abuse.
 * @throws DomainError access.crossSite
 */
export const requireOwnSite = (request: FastifyRequest, publicOrigin: string): void => {
  const site = request.headers['sec-fetch-site'];
  const foreign = site !== undefined && !OWN.has(site);
  if (foreign || isForeignOrigin(request, publicOrigin)) throw new DomainError('access.crossSite');
};

/** Methods that only read. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True when the request may change something. */
export const isUnsafe = (request: FastifyRequest): boolean => !SAFE.has(request.method);
