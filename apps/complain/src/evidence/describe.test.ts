import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item } from "./collection.ts";
import { sayCopy } from "./describe.ts";
import { createSay } from "./say.ts";

const say = createSay({ language: () => "en", whenSwitched: (write) => write() });
const bytes = new Uint8Array();
const file: Item = { kind: "file", name: "a.jpg", mediaType: "image/jpeg", bytes };
const withCopy = (...removed: NonNullable<Item["copy"]>["removed"]): Item => ({
  ...file,
  copy: { kind: "jpeg", mime: "image/jpeg", bytes, removed },
});

test("of a picture it is said that the original stays, and what its copy leaves out, each sort once", () => {
  assert.equal(
    sayCopy(say, withCopy("location", "exif", "xmp", "comment")),
    "The original is locked as it is. We made a copy without: where it was taken, the device, other hidden data.",
  );
  assert.equal(
    sayCopy(say, withCopy()),
    "The original is locked as it is. We made a copy. There was nothing to remove.",
  );
  // No desk makes one either: what the file tells of itself goes along, and that is said before it is sent.
  assert.equal(
    sayCopy(say, file),
    "The original is locked as it is. No copy is made. The file keeps what the phone wrote into it, perhaps the place.",
  );
});
