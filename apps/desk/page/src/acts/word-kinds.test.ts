import assert from "node:assert/strict";
import { test } from "node:test";
import {
  laterWords,
  openReasons,
  protectionAnswers,
  protections,
  redressForms,
  standards,
  verdicts,
} from "@temwen/casework";
import { languages } from "@temwen/words";
import { deskWords } from "@temwen/words/desk";
import { panelWords } from "@temwen/words/panel";
import { wordKinds } from "./word-kinds.ts";

const names = Object.keys(wordKinds) as readonly (keyof typeof wordKinds)[];
const offered: readonly (readonly [kind: string, ids: readonly string[]])[] = [
  ...names.map((name) => [wordKinds[name], laterWords[name]] as const),
  ["verdict", verdicts],
  ["open", openReasons.filter((id) => id !== "none")],
  ["standard", standards],
  ["form", redressForms],
  ["protection", protections],
  ["protected", ["not-asked", ...protectionAnswers]],
];

test("every answer that a sheet offers has a word in every language", () => {
  for (const language of languages) {
    for (const [kind, ids] of offered) {
      for (const id of ids)
        assert.ok(
          Object.hasOwn({ ...panelWords[language], ...deskWords[language] }, `${kind}.${id}`),
          `${language}: ${kind}.${id}`,
        );
    }
  }
});
