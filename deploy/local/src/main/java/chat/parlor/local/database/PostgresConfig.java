package chat.parlor.local.database;

/// What `postgresql.conf` says: durable, small, and only on loopback.
final class PostgresConfig {
    private PostgresConfig() {}

    static String text(int port) {
        return """
                # Written at every start by the launcher.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 120
                # A message is acknowledged after its commit is on the disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = 64MB
                work_mem = 4MB
                maintenance_work_mem = 32MB
                max_wal_size = 256MB
                checkpoint_timeout = 5min
                io_method = sync
                jit = off
                max_worker_processes = 2
                max_parallel_workers_per_gather = 0
                autovacuum_max_workers = 1
                autovacuum_worker_slots = 2
                max_wal_senders = 0
                wal_level = minimal
                password_encryption = 'scram-sha-256'
                log_timezone = 'UTC'
                timezone = 'UTC'
                lc_messages = 'C'
                log_line_prefix = '%%m [%%p] %%q%%u '
                """.formatted(port);
    }
}
