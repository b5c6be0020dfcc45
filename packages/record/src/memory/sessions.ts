import type { Digest, Instant, StaffId } from "@temwen/vocabulary";
import type { Session, TheRecord } from "../record.ts";

type Sessions = Pick<TheRecord, "openSession" | "findSession" | "endSessions" | "openChallenge" | "spendChallenge">;

/** Who is signed in, in memory. */
export function createMemorySessions(): Sessions {
  const sessions = new Map<Digest, Session>();
  const challenges = new Map<string, { readonly staff: StaffId; readonly expires: Instant }>();
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
    async openChallenge(nonce, staff, expires) {
      if (!challenges.has(nonce)) challenges.set(nonce, { staff, expires });
    },
    async spendChallenge(nonce, staff, now) {
      const challenge = challenges.get(nonce);
      if (challenge === undefined || challenge.staff !== staff || challenge.expires <= now) return false;
      return challenges.delete(nonce);
    },
  };
}
