import { type Digest, digestToBytes, type Instant, type StaffId } from "@temwen/vocabulary";
import type pg from "pg";
import type { TheRecord } from "../record.ts";
import { readRows } from "./read.ts";

type Sessions = Pick<TheRecord, "openSession" | "findSession" | "endSessions" | "openChallenge" | "spendChallenge">;

/** Who is signed in. Only digests of tokens are kept. */
export function createSessions(pool: pg.Pool): Sessions {
  return {
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
    async openChallenge(nonce, staff, expires) {
      await readRows(pool, {
        name: "open_challenge",
        text: "insert into challenge (nonce, staff, expires) values ($1, $2, $3) on conflict do nothing",
        values: [nonce, staff, expires],
      });
    },
    async spendChallenge(nonce, staff, now) {
      // Deleting is what makes it once: of two that come together one finds the row gone. A failure is not tried
      // again, because a spent challenge would then look like one that never was; the person asks for a new one.
      const { rowCount } = await pool.query({
        name: "spend_challenge",
        text: "delete from challenge where nonce = $1 and staff = $2 and expires > $3",
        values: [nonce, staff, now],
      });
      await readRows(pool, {
        name: "sweep",
        text: `with old_challenges as (delete from challenge where expires <= $1)
          delete from session where expires <= $1`,
        values: [now],
        // Nobody is kept out because old rows could not be swept; the next sign-in tries again.
      }).catch(() => undefined);
      return rowCount === 1;
    },
  };
}
