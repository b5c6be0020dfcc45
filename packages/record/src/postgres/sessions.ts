import { type Digest, digestToBytes, type Instant, type StaffId } from "@temwen/vocabulary";
import type pg from "pg";
import type { TheRecord } from "../record.ts";
import { RecordFault } from "./faults.ts";
import { readRows } from "./read.ts";

type Sessions = Pick<
  TheRecord,
  "openSession" | "findSession" | "endSessions" | "spendChallenge" | "forgetExpired" | "agreeOnSecret"
>;

/** The tables from which what has expired is taken. */
export const expiringTables: readonly string[] = ["session", "spent_challenge"];

/** Who is signed in. Only digests of tokens are kept. */
export function createSessions(pool: pg.Pool): Sessions {
  const forgetExpired: Sessions["forgetExpired"] = async (now) => {
    const [row] = await readRows<{ sessions: number; challenges: number }>(pool, {
      name: "forget_expired",
      text: `with ended as (delete from session where expires <= $1 returning 1),
          spent as (delete from spent_challenge where until <= $1 returning 1)
        select (select count(*) from ended) as sessions, (select count(*) from spent) as challenges`,
      values: [now],
    });
    return row ?? { sessions: 0, challenges: 0 };
  };
  return {
    forgetExpired,
    async openSession(session) {
      await readRows(pool, {
        name: "open_session",
        text: "insert into session (token_digest, staff, expires) values ($1, $2, $3) on conflict do nothing",
        values: [digestToBytes(session.tokenDigest), session.staff, session.expires],
      });
    },
    async findSession(tokenDigest: Digest, now: Instant) {
      const [row] = await readRows<{ staff: StaffId; expires: Instant }>(pool, {
        name: "find_session",
        text: "select staff, expires from session where token_digest = $1 and expires > $2",
        values: [digestToBytes(tokenDigest), now],
      });
      return row === undefined ? undefined : { tokenDigest, ...row };
    },
    async endSessions(staff) {
      await readRows(pool, { name: "end_sessions", text: "delete from session where staff = $1", values: [staff] });
    },
    async spendChallenge(digest, until, now) {
      // Its place makes it once: of two that come together one finds the row. A failure is not tried again, because
      // what it may have spent would then look like somebody else's; the person asks for a new challenge.
      const { rowCount } = await pool.query({
        name: "spend_challenge",
        text: "insert into spent_challenge (digest, until) values ($1, $2) on conflict do nothing",
        values: [digestToBytes(digest), until],
      });
      // Nobody is kept out because old rows could not be swept; the next sign-in tries again.
      await forgetExpired(now).catch(() => undefined);
      return rowCount === 1;
    },
    async agreeOnSecret(name, drawn) {
      await readRows(pool, {
        name: "offer_secret",
        text: "insert into server_secret (name, bytes) values ($1, $2) on conflict do nothing",
        values: [name, drawn],
      });
      const [row] = await readRows<{ bytes: Buffer }>(pool, {
        name: "agreed_secret",
        text: "select bytes from server_secret where name = $1",
        values: [name],
      });
      if (row === undefined) throw new RecordFault("write-failed", "a secret that was just kept is not there");
      return row.bytes;
    },
  };
}
