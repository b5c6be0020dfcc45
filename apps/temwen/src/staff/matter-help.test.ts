import assert from "node:assert/strict";
import { test } from "node:test";
import { ordersOf } from "@temwen/casework/matters";
import { isMatterVerb, matterHelp, matterVerbs } from "./matter-help.ts";

test("the help of recommendations, visits and claims names every act and fits a terminal", () => {
  for (const [verb, kind] of Object.entries(matterVerbs)) {
    assert.ok(isMatterVerb(verb));
    const help = matterHelp(verb);
    for (const order of ordersOf(kind)) assert.match(help, new RegExp(`^${order}( |$)`, "m"), order);
    for (const line of help.split("\n")) assert.ok(line.length <= 120, line);
  }
});
