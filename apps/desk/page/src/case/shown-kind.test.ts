import assert from "node:assert/strict";
import { test } from "node:test";
import { mayBeShown, shownAs } from "./shown-kind.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const pdf = bytes("%PDF-1.7 and what follows");
const jpeg = bytes("\xff\xd8\xff\xe0 and what follows");

test("a document that calls itself a picture is not shown as one", () => {
  assert.ok(mayBeShown("image/jpeg"));
  assert.equal(shownAs("image/jpeg", pdf), undefined);
  assert.equal(shownAs("image/jpeg", bytes("<script>")), undefined);
});

test("a picture is shown as what it is, whatever it is called", () => {
  assert.deepEqual(shownAs("video/mp4", jpeg), { kind: "picture", mediaType: "image/jpeg" });
  assert.deepEqual(shownAs("IMAGE/PNG; x=1", jpeg), { kind: "picture", mediaType: "image/jpeg" });
});

test("a PDF, a page and a name out of nowhere are only saved", () => {
  for (const said of ["application/pdf", "text/html", "image/svg+xml", "", "toString"])
    assert.ok(!mayBeShown(said), said);
});
