/** Bounds on connections that stay open; a page needs one connection and one subscription. */
export const SOCKET_LIMITS = {
  /** Connections of one session or token: tabs of one person. */
  connectionsPerIdentity: 20,
  /** Connections of one process. */
  connections: 5_000,
  /** Connections of one process that have not said who they are. */
  strangers: 500,
  /** Subscriptions running at once on one connection. */
  subscriptions: 10,
  /** Messages a connection may send in a minute. */
  messagesPerMinute: 120,
  /** Bytes of one message. */
  messageBytes: 16_384,
  /** Milliseconds within which a connection must say who it is. */
  introductionMs: 5_000,
  /** Milliseconds between two pings; who does not answer is cut off. Proxies commonly cut at 60 s of silence. */
  keepAliveMs: 25_000,
  /** Milliseconds between two looks at whether sessions and tokens still hold, where no event asks earlier. */
  recheckMs: 30_000,
} as const;
