import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant, StaffId } from "@temwen/vocabulary";
import { languages } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import type { ReferralView } from "../../../keeper/src/showing/referrals-view.ts";
import { caseView } from "../acts/case-view.testing.ts";
import { language } from "../desk-state.ts";
import { words } from "../say.ts";
import { Referrals } from "./referrals.tsx";

const referral: ReferralView = {
  at: "2026-01-01T12:00:00.000Z" as Instant,
  by: "stf_1" as StaffId,
  ...{ number: 1, forum: "court-a", asks: ["investigate"], basis: ["takes-criminal-complaints"], obstacle: [] },
  ...{ waiver: "asked", fallback: "court-b", due: "2026-03-01", standing: "waiting", answers: [], token: "none" },
};

function shown(change: Partial<ReferralView>): string {
  const referrals = { referrals: [{ ...referral, ...change }], waiting: [], said: {}, along: {}, overrides: [] };
  const nothing = async () => undefined;
  return renderToString(<Referrals view={caseView({ referrals })} onOpen={() => undefined} onRead={nothing} />);
}

// Basis, waiver and fallback were asked once and never shown again.
test("basis, waiver and the body that is next stand with a referral in every language, plainly once it is silent", () => {
  for (const code of languages) {
    language.value = code;
    const next = `${words().referralFallback}: court-b</p>`;
    const waits = shown({});
    assert.match(waits, new RegExp(`>${words().referralBasis}: [^<]*\\p{L}`, "u"));
    assert.ok(waits.includes(`${words()["ask.waiver"]}: ${words()["waiver.asked"]}</p>`), waits);
    assert.ok(waits.includes(`<p class="hint">${next}`), waits);
    assert.ok(shown({ standing: "silent" }).includes(`<p>${next}`));
    assert.ok(shown({ fallback: "none" }).includes(`${words().referralFallback}: ${words().noFallback}</p>`));
  }
});
