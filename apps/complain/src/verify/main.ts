import { loadAnnex } from "../page/annexes.ts";
import { byId, groupDigits, inputOf, onClick, show } from "../page/dom.ts";
import { leaveQuickly } from "../page/leaving.ts";
import { say } from "../page/words.ts";
import { endPastedText } from "../proving/pasted-text.ts";
import { type Said, sayFile, sayNot, sayNumber } from "./say-verdict.ts";
import { type Kept, showDoing, showVerdict } from "./show-verdict.ts";

type Checks = typeof import("../checker/main.ts")["checks"];

/** Loads the arithmetic, looks, and shows what was found; a second press while one runs does nothing. */
async function run(
  place: string,
  look: (checks: Checks) => Promise<{ readonly said: Said; readonly kept?: readonly Kept[] }>,
): Promise<void> {
  if (!byId(`${place}-doing`).hidden) return;
  showDoing(place);
  const loaded = await loadAnnex<{ readonly checks: Checks }>("checker");
  const { said, kept } = loaded.ok ? await look(loaded.value.checks) : { said: sayNot(loaded.refusal.code) };
  showVerdict(place, said, kept);
}

/** The bytes of a chosen file; undefined where none was chosen. */
async function chosen(id: string): Promise<Uint8Array | undefined> {
  const file = inputOf(id).files?.[0];
  return file && new Uint8Array(await file.arrayBuffer());
}

/** What was chosen, else what was pasted; undefined where there is neither. */
async function brought(name: string): Promise<Uint8Array | undefined> {
  const pasted = byId<HTMLTextAreaElement>(`${name}-text`).value;
  return (await chosen(`${name}-file`)) ?? (pasted.trim() === "" ? undefined : endPastedText(pasted));
}

const find = (): Promise<void> =>
  run("found", async ({ findNumber }) => {
    const number = groupDigits(inputOf("number"));
    const policy = await chosen("policy-file");
    const found = await findNumber({ number, policy });
    if (!found.ok) return { said: sayNot(found.refusal.code) };
    const { proof, leaf } = found.value;
    return {
      said: sayNumber(found.value, policy !== undefined),
      kept: [
        { name: `${number}.tlog-proof`, label: say("saveProof"), bytes: proof },
        { name: `${number}.leaf`, label: say("saveLeaf"), bytes: leaf },
      ],
    };
  });

const check = (): Promise<void> =>
  run("checked", async ({ checkFile }) => {
    const policy = await chosen("policy-file");
    // No proof at all is judged as an empty one, which is malformed.
    const proof = (await brought("proof")) ?? new Uint8Array(0);
    const proved = await checkFile({ proof, leaf: await brought("leaf"), policy });
    return { said: proved.ok ? sayFile(proved.value, policy !== undefined) : sayNot(proved.refusal.code) };
  });

/** Neither the browser's copy of a page that was left nor one that is loaded again keeps what was looked for. */
function clear(): void {
  for (const id of ["number", "proof-file", "leaf-file", "policy-file", "proof-text", "leaf-text"]) {
    inputOf(id).value = "";
  }
  for (const id of ["found", "checked"]) for (const part of ["yes", "no", "doing"]) show(`${id}-${part}`, false);
}

onClick("find", find);
onClick("check", check);
inputOf("number").addEventListener("input", (event) => groupDigits(event.target as HTMLInputElement));
inputOf("number").addEventListener("keydown", (event) => {
  if (event.key === "Enter") void find();
});
onClick("leave", leaveQuickly);
window.addEventListener("pagehide", clear);
clear();
show("checker");
