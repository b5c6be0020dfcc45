/** The caches there are whose names begin so; none where the browser stores nothing. Looks, and makes none. */
export async function cachesNamed(beginning: string): Promise<readonly string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(beginning));
  } catch {
    return [];
  }
}

/**
 * Erases a cache, each entry first: a browser removes the files of an entry at once, and those of a whole cache when it finds
 * the time, which may be after somebody has looked.
 */
export async function eraseCache(name: string): Promise<void> {
  const cache = await caches.open(name);
  await Promise.all((await cache.keys()).map((key) => cache.delete(key)));
  await caches.delete(name);
}
