import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { findLanguage, languageFacts } from "@temwen/words";
import { buildPages, trustMark } from "./build-pages.ts";

let files: ReadonlyMap<string, Buffer>;
before(async () => {
  files = await buildPages();
});

const seals = (name: string): boolean => /^(complain|reply)\./.test(name);
/** Pages whose forms the server reads; they run no script. */
const sendsPlain = (name: string): boolean => /^(plain|sent|status|referral)\./.test(name);
/** It asks the server for the public log, and holds the roots that a promise is judged by. */
const reads = (name: string): boolean => name.startsWith("verify.");
const isStill = (name: string): boolean => /^(home|about|log|api)\./.test(name) || sendsPlain(name);
const htmlPages = (): readonly (readonly [string, string])[] =>
  [...files].filter(([name]) => name.endsWith(".html")).map(([name, bytes]) => [name, String(bytes)] as const);

test("the same sources give the same bytes, so that outsiders can compare what they are served", async () => {
  const again = await buildPages();
  assert.deepEqual([...again.keys()], [...files.keys()]);
  for (const [name, bytes] of files) assert.ok(again.get(name)?.equals(bytes), name);
});

test("each page stands in each of the five languages, and offers the others by their own names", () => {
  for (const page of [
    "home",
    "help",
    "about",
    "complain",
    "reply",
    "log",
    "verify",
    "api",
    "plain",
    "sent",
    "status",
    "referral",
  ]) {
    for (const language of ["ht", "fr", "en", "es", "sw"]) {
      const html = String(files.get(`${page}.${language}.html`));
      assert.match(html, new RegExp(`^<!doctype html>\\n<html lang="${language}">`), `${page} ${language}`);
      for (const name of ["Kreyòl", "Français", "English", "Español", "Kiswahili"]) {
        assert.ok(html.includes(`>${name}</a>`), `${page} ${language} does not offer ${name}`);
      }
      if (seals(`${page}.`)) assert.ok(files.has(`${page}.words.${language}.json`), `${page} ${language} words`);
    }
  }
});

test("a page says that nobody has reviewed its language, where that is so", () => {
  for (const [name, html] of htmlPages()) {
    const language = findLanguage(name.split(".")[1]) ?? assert.fail(name);
    const footer = /<footer[^>]*id="unreviewed"[^>]*>/.exec(html)?.[0] ?? "";
    assert.equal(footer.includes(" hidden"), languageFacts[language].reviewed, name);
  }
});

test("the policy of each page lets run its own script and style, and nothing else", () => {
  const policies = JSON.parse(String(files.get("csp.json"))) as { readonly [file: string]: string };
  for (const [name, html] of htmlPages()) {
    const policy = policies[name] ?? "";
    const inline = [...html.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)].map(([, tag, text]) => [tag, text ?? ""]);
    for (const [tag, text] of inline) {
      const digest = createHash("sha256").update(String(text)).digest("base64");
      assert.match(policy, new RegExp(`${tag}-src[^;]*'sha256-${digest.replace(/[+/]/g, "\\$&")}'`), `${name} ${tag}`);
    }
    assert.equal(inline.filter(([tag]) => tag === "script").length, isStill(name) ? 0 : 1, name);
    for (const rule of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      assert.ok(policy.split("; ").includes(rule), `${name} lacks ${rule}`);
    }
    assert.ok(policy.includes("require-trusted-types-for 'script'"));
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  }
});

test("a page that seals nothing and checks no log may connect nowhere, and send nothing unless it says that the server reads it", () => {
  const policies = JSON.parse(String(files.get("csp.json"))) as { readonly [file: string]: string };
  for (const [name, html] of htmlPages()) {
    const connects = seals(name) || reads(name) ? "'self'" : "'none'";
    const sends = seals(name) || sendsPlain(name) ? "'self'" : "'none'";
    for (const rule of [`connect-src ${connects}`, `form-action ${sends}`]) {
      assert.ok((policies[name] ?? "").split("; ").includes(rule), `${name} lacks ${rule}`);
    }
    if (seals(name)) continue;
    assert.doesNotMatch(html, /XMLHttp|sendBeacon|localStorage|sessionStorage/, name);
    if (!reads(name)) assert.doesNotMatch(html, /fetch\(/, name);
    if (!sendsPlain(name)) assert.doesNotMatch(html, /<form/, name);
  }
});

test("a page refers to nobody else, carries no attribute that runs, and never the name of the system", () => {
  for (const [name, html] of htmlPages()) {
    const markup = html.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "");
    assert.doesNotMatch(markup, /(src|href|action)="(https?:)?\/\//, name);
    assert.doesNotMatch(markup, /\s(on\w+|style)="/, name);
    assert.doesNotMatch(markup, /Temwen/, name);
    assert.doesNotMatch(html, /\.innerHTML|\.outerHTML|document\.write|insertAdjacentHTML|\beval\(|new Function/, name);
  }
});

test("each page has one place for the office's roots, and compresses to what it is", () => {
  for (const [name, html] of htmlPages()) {
    assert.equal(html.split(trustMark).length, seals(name) || reads(name) ? 2 : 1, name);
    assert.equal(String(brotliDecompressSync(files.get(`${name}.br`) ?? Buffer.of())), html, name);
  }
});

test("every element that the script looks for by name stands in the page exactly once", () => {
  for (const [name, html] of htmlPages()) {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, `${name} has an id twice`);
  }
});
