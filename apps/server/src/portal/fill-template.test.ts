import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fillTemplate } from "./fill-template.ts";

test("text is put in as text, parts are shown and choices chosen as asked, rows are repeated", () => {
  const html =
    '<p data-show="late" hidden>x</p><p data-show="early" hidden>y</p><ol><template data-each="row"><li>{{name}}</li></template></ol>' +
    '<input value="{{name}}" data-checked="one"><input data-checked="two">';
  const filled = fillTemplate(html, { late: true, name: "a\"<b>'&", row: [{ name: "1" }, { name: "2" }], two: true });
  assert.equal(
    filled,
    '<p>x</p><p data-show="early" hidden>y</p><ol><li>1</li><li>2</li></ol>' +
      '<input value="a&quot;&lt;b&gt;&#39;&amp;"><input checked>',
  );
});

test("what a row does not say does not travel with it", () => {
  const html =
    '<template data-each="row"><li><p data-only="late" data-w="late">Since {{day}}.</p><p data-only="early">x</p></li></template>';
  const filled = fillTemplate(html, { row: [{ late: true, day: "<1>" }, { early: true }] });
  assert.equal(filled, '<li><p data-w="late">Since &lt;1&gt;.</p></li><li><p>x</p></li>');
});

test("nobody's words are markup, a place, or part of one", () => {
  const parts = fc.constantFrom("{{", "}}", "name", "<", ">", '"', "'", "&", ' data-show="name" hidden', "<template");
  fc.assert(
    fc.property(fc.string({ unit: parts }), (words) => {
      const filled = fillTemplate('<p title="{{name}}">{{name}}</p>', { name: words });
      const inside = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(filled);
      assert.ok(inside && inside[1] === inside[2]);
      const back = inside[1]?.replace(
        /&(amp|lt|gt|quot|#39);/g,
        (whole) => ({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' })[whole] ?? "'",
      );
      assert.equal(back, words);
    }),
  );
});

test("a page with a hole in it is not served", () => {
  assert.throws(() => fillTemplate("{{gone}}", {}), /no text/);
  assert.throws(() => fillTemplate('<template data-each="gone"></template>', { gone: "x" }), /no rows/);
});
