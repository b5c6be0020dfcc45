/**
 * The server's own settings, written anew at every start.
 *
 * Durable first: an acknowledged filing survives a power cut. Small second: one office, one machine. Silent third:
 * nothing a person wrote, and no statement, may stand in a log; errors go to the client that caused them.
 */
export function settingsText(socketFolder: string): string {
  const settings: readonly (readonly [string, string])[] = [
    ["listen_addresses", "''"],
    ["port", String(socketPort)],
    ["unix_socket_directories", quoted(`"${socketFolder.replaceAll('"', '""')}"`)],
    ["unix_socket_permissions", "0700"],
    ["max_connections", "40"],
    ["shared_buffers", "64MB"],
    ["work_mem", "4MB"],
    ["maintenance_work_mem", "32MB"],
    ["wal_buffers", "4MB"],
    ["max_wal_size", "512MB"],
    ["checkpoint_timeout", "15min"],
    // No replica follows an embedded server, so its log need not carry what only replicas read.
    ["wal_level", "minimal"],
    ["max_wal_senders", "0"],
    ["fsync", "on"],
    ["synchronous_commit", "on"],
    ["full_page_writes", "on"],
    // On macOS fdatasync leaves the bytes in the drive's cache; only this reaches the platter.
    ...(process.platform === "darwin" ? ([["wal_sync_method", "fsync_writethrough"]] as const) : []),
    ["jit", "off"],
    ["timezone", "'UTC'"],
    ["log_timezone", "'UTC'"],
    ["log_statement", "'none'"],
    ["log_min_duration_statement", "-1"],
    ["log_parameter_max_length", "0"],
    ["log_parameter_max_length_on_error", "0"],
    ["log_min_error_statement", "panic"],
    ["log_error_verbosity", "terse"],
    // In the order of server logs "log" stands above "error": starts and crashes are written, failed statements are not.
    ["log_min_messages", "log"],
    ["log_checkpoints", "off"],
  ];
  return settings.map(([name, value]) => `${name} = ${value}\n`).join("");
}

/** The socket is named after a port even where no port is opened. */
export const socketPort = 5432;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
