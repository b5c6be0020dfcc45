import type { Digest, Instant } from "@temwen/vocabulary";
import type { Session, TheRecord } from "../record.ts";

type Sessions = Pick<
  TheRecord,
  "openSession" | "findSession" | "endSessions" | "spendChallenge" | "forgetExpired" | "agreeOnSecret"
>;

/** Who is signed in, in memory. */
export function createMemorySessions(): Sessions {
  const sessions = new Map<Digest, Session>();
  const spent = new Map<Digest, Instant>();
  const secrets = new Map<string, Uint8Array>();
  return {
    async openSession(session) {
      if (!sessions.has(session.tokenDigest)) sessions.set(session.tokenDigest, session);
    },
    async findSession(tokenDigest, now) {
      const session = sessions.get(tokenDigest);
      return session !== undefined && session.expires > now ? session : undefined;
    },
    async endSessions(staff) {
      for (const [digest, session] of sessions) if (session.staff === staff) sessions.delete(digest);
    },
    async spendChallenge(digest, until, now) {
      for (const [known, end] of spent) if (end <= now) spent.delete(known);
      for (const [token, { expires }] of sessions) if (expires <= now) sessions.delete(token);
      if (spent.has(digest)) return false;
      spent.set(digest, until);
      return true;
    },
    async forgetExpired(now) {
      const ended = [...sessions].filter(([, { expires }]) => expires <= now);
      const spentUp = [...spent].filter(([, until]) => until <= now);
      for (const [token] of ended) sessions.delete(token);
      for (const [digest] of spentUp) spent.delete(digest);
      return { sessions: ended.length, challenges: spentUp.length };
    },
    async agreeOnSecret(name, drawn) {
      const secret = secrets.get(name) ?? drawn.slice();
      secrets.set(name, secret);
      return secret;
    },
  };
}
