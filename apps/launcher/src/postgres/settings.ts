/** Whether data must survive a power cut (a person's) or may be lost with the machine (a test's). */
export type Durability = 'durable' | 'throwaway';

/** What a run wants otherwise: measurements give the server more memory and count its statements. */
export type MoreSettings = Readonly<Record<string, string>>;

/** The server's settings, as `-c` arguments. */
export function settings(socketDir: string, durability: Durability, more: MoreSettings = {}): string[] {
  const values: Record<string, string> = {
    ...common(socketDir),
    ...(durability === 'durable' ? durable : throwaway),
    ...more,
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function common(socketDir: string): Record<string, string> {
  return {
    // Nothing listens on the network: only this account reaches the socket.
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    random_page_cost: '1.1',
    // Short transactions: compiling a plan costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%a ',
    // A statement, its parameters and an error's detail may hold personal data: none of them reaches the log.
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
  };
}

const durable = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_compression: 'on',
  max_wal_size: '1GB',
};

const throwaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  autovacuum: 'off',
};
