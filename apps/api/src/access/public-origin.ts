import type { Config } from '../platform/config';

/** The address people and partner systems use, without a path. */
export const publicOrigin = ({ PUBLIC_ORIGIN, PORT }: Config): string =>
  PUBLIC_ORIGIN === undefined ? `http://localhost:${PORT}` : new URL(PUBLIC_ORIGIN).origin;
