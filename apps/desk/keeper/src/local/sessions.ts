import { randomBytes } from "node:crypto";

/** What a session holds and must give up: a keeper. */
type Closable = { readonly close: () => void };

/** Who is signed in at this local desk, each tab for itself. */
export type Sessions<K extends Closable> = {
  readonly open: (keeper: K) => string;
  /** The keeper of a session, which counts as a sign of life; undefined when it ended or never was. */
  readonly find: (session: string) => K | undefined;
  readonly close: (session: string) => void;
  readonly closeIdle: () => void;
  readonly closeAll: () => void;
};

/** Keys are forgotten when a session ends, and a session ends by itself when nobody has used it for `idleMillis`. */
export function createSessions<K extends Closable>(
  idleMillis: number,
  now: () => number,
  ended: (keeper: K) => void,
): Sessions<K> {
  const sessions = new Map<string, { readonly keeper: K; seen: number }>();
  const close = (id: string) => {
    const session = sessions.get(id);
    if (!session) return;
    sessions.delete(id);
    session.keeper.close();
    ended(session.keeper);
  };
  const isIdle = (session: { readonly seen: number }) => now() - session.seen >= idleMillis;
  return {
    open: (keeper) => {
      const id = randomBytes(32).toString("base64url");
      sessions.set(id, { keeper, seen: now() });
      return id;
    },
    find: (id) => {
      const session = sessions.get(id);
      if (!session) return undefined;
      if (isIdle(session)) {
        close(id);
        return undefined;
      }
      session.seen = now();
      return session.keeper;
    },
    close,
    closeIdle: () => {
      for (const [id, session] of sessions) if (isIdle(session)) close(id);
    },
    closeAll: () => {
      for (const id of sessions.keys()) close(id);
    },
  };
}
