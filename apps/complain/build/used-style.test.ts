import assert from "node:assert/strict";
import { test } from "node:test";
import { usedStyle } from "./used-style.ts";

const page = '<p class="hint field--wide" id="box">said</p>';

test("a page carries the rules for what it shows, and not those for what other pages show", () => {
  assert.equal(
    usedStyle(".hint{color:red}.receipt{color:blue}#box{a:b}#received{a:b}", [page]),
    ".hint{color:red}#box{a:b}",
  );
  assert.equal(usedStyle("p{a:b}.hint,.receipt{c:d}.receipt .hint{e:f}", [page]), "p{a:b}.hint{c:d}");
});

test("a class that only the script gives is a class of the page", () => {
  assert.equal(usedStyle(".said{a:b}", [page.replace("said", ""), 'create("p",text,"said")']), ".said{a:b}");
});

test("rules inside a condition are judged one by one, and an empty condition goes", () => {
  const style = "@media print{.receipt{a:b}.hint{c:d}}@media (min-width:40rem){.receipt{a:b}}@page{margin:0}";
  assert.equal(usedStyle(style, [page]), "@media print{.hint{c:d}}@page{margin:0}");
});

test("what a selector excludes is no reason to drop it", () => {
  assert.equal(usedStyle("p:not(.receipt,#received){a:b}", [page]), "p:not(.receipt,#received){a:b}");
});

test("half a name is not the name", () => {
  assert.equal(usedStyle(".field{a:b}.field--wide{c:d}", [page]), ".field--wide{c:d}");
});

test("a style sheet that is cut short is a fault, never a page that looks wrong", () => {
  assert.throws(() => usedStyle(".hint{a:b", [page]));
  assert.throws(() => usedStyle(".hint", [page]));
});
