/** What a peer's process is told. */
export interface PeerSettings {
  readonly port: number;
  readonly databaseUrl: string;
  readonly secret: string;
}

/** Connections every contender has. */
export const POOL = 10;

/** Reads the settings of a peer's process. */
export const peerSettings = (): PeerSettings => ({
  port: Number(process.env['PORT']),
  databaseUrl: process.env['DATABASE_URL'] ?? '',
  secret: process.env['TOKEN_SECRET'] ?? '',
});
