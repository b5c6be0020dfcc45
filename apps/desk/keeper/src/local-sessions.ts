import { randomBytes } from "node:crypto";
import type { Keeper } from "./keeper.ts";

/** Who is signed in at this local desk, each tab for itself. */
export type Sessions = {
  readonly open: (keeper: Keeper) => string;
  /** The keeper of a session, which counts as a sign of life; undefined when it ended or never was. */
  readonly find: (session: string) => Keeper | undefined;
  readonly close: (session: string) => void;
  readonly closeIdle: () => void;
  readonly closeAll: () => void;
};

type Session = { readonly keeper: Keeper; seen: number };

/** Keys are forgotten when a session ends, and a session ends by itself when nobody has used it for `idleMillis`. */
export function createSessions(idleMillis: number, now: () => number, ended: (keeper: Keeper) => void): Sessions {
  const sessions = new Map<string, Session>();
  const close = (id: string) => {
    const session = sessions.get(id);
    if (!session) return;
    sessions.delete(id);
    session.keeper.close();
    ended(session.keeper);
  };
  const isIdle = (session: Session) => now() - session.seen >= idleMillis;
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
