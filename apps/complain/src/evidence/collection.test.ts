import assert from "node:assert/strict";
import { test } from "node:test";
import { addItem, countParts, type Item, toShown } from "./collection.ts";

const bytes = new Uint8Array([1]);
const paper: Item = { kind: "file", name: "lis.pdf", mediaType: "application/pdf", bytes };
const copy = { kind: "jpeg", mime: "image/jpeg", bytes: new Uint8Array([2]), removed: ["location"] } as const;
const photo: Item = { kind: "file", name: "kay.jpg", mediaType: "image/jpeg", bytes, copy };

const collect = (...items: readonly Item[]): readonly Item[] =>
  items.reduce<readonly Item[]>((all, item) => addItem(all, item) ?? assert.fail("there is room"), []);

test("each original is sealed untouched, and behind it a copy named after the original's part", () => {
  const shown = toShown(collect(paper, photo, photo));
  assert.deepEqual(
    shown.map(({ name }) => name),
    ["lis.pdf", "kay.jpg", "copy-of-evidence-2.jpg", "kay.jpg", "copy-of-evidence-4.jpg"],
  );
  assert.deepEqual(shown[1]?.bytes, photo.bytes);
  assert.deepEqual(shown[2]?.bytes, copy.bytes);
});

test("where only one place is left the original goes, and not its copy", () => {
  const items = collect(photo, photo, photo, paper, photo);
  assert.equal(countParts(items), 8);
  assert.equal(items.at(-1)?.copy, undefined);
  assert.deepEqual(items.at(-1)?.bytes, photo.bytes);
});

test("a ninth part is not taken", () => {
  assert.equal(addItem(collect(photo, photo, photo, photo), paper), undefined);
});
