// How a server's Node is started: by the bootstrap, and by the benchmark that measures it.

/**
 * A server on a small machine: parcels die young, so a small nursery that is swept often holds less than a large one.
 * Measured under 64 clients: 140 MiB with these, 350 without.
 */
export const serverFlags = ["--max-semi-space-size=2", "--max-old-space-size=128"];
/** One malloc arena, for the same reason. */
export const serverEnvironment = { MALLOC_ARENA_MAX: "1" };
