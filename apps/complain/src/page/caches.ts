/** The caches there are whose names begin so; none where the browser stores nothing. Looks, and makes none. */
export async function cachesNamed(beginning: string): Promise<readonly string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(beginning));
  } catch {
    return [];
  }
}
