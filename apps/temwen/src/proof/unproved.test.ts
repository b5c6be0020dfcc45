import assert from "node:assert/strict";
import { test } from "node:test";
import { exits } from "../exit.ts";
import { codeBehindHour, exitOfUnproved } from "./unproved.ts";

test("behind the promised hour, missing witnesses or a dead line are no broken word; a log without the complaint is", () => {
  const behind = (code: string) => exitOfUnproved(codeBehindHour(code));
  assert.deepEqual(["quorum-missing", "unreachable"].map(behind), [exits.cannotTell, exits.cannotTell]);
  assert.equal(codeBehindHour("not-yet"), "promise-broken");
  assert.equal(behind("not-yet"), exits.refused);
});
