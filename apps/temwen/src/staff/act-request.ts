import { sectionOf } from "@temwen/casework";
import type { ActRequest, CaseView, Keeper, LaterRequest } from "@temwen/desk";
import { type CaseId, granted, parseId, type Result, type StaffId, utf8 } from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import { UsageError } from "../exit.ts";
import { readEvidence } from "../person/read-evidence.ts";
import type { ActWords } from "./act-words.ts";
import { readSaid } from "./read-said.ts";

/** What the words of an act ask the keeper to do; `text` is what `--text` and `--tell` held. Throws `UsageError`. */
export async function createRequest(
  keeper: Keeper,
  caseId: CaseId,
  { act, set, files }: ActWords,
  { text, told }: { readonly text: string; readonly told?: string },
): Promise<Result<ActRequest | LaterRequest, { readonly code: string }>> {
  switch (act) {
    case "acknowledge":
    case "reply":
    case "confirm":
    case "keep-open":
    case "confirm-erasure":
      return granted({ act, text });
    case "propose-not-admitted":
      return granted({ act, text, reason: set.get("reason") ?? "nothing-that-could-be-examined" });
    case "propose-erasure":
      return granted({ act, reason: need(set.get("reason"), "--set reason=…") });
    case "grant":
      return granted({ act, to: readStaff(set.get("to") ?? ""), reason: set.get("reason") ?? "asked-to-help" });
    case "rekey":
      return granted({ act, to: (set.get("to") ?? "").split(",").filter(Boolean).map(readStaff) });
    case "let-in-panel":
    case "deal-escrow":
    case "stop-erasure":
      return granted({ act });
    case "assess": {
      const view = await keeper.readCase(caseId);
      return view.ok ? granted(assessment(view.value, set)) : view;
    }
    default:
      return granted({
        ...{ act, says: readSaid(act, derived(act, set, text)), text, ...(told !== undefined && { told }) },
        ...(files && { files: await readFiles(files) }),
      });
  }
}

/**
 * What follows from the words need not be spelled: the digest of a `§ published` section of `--text`, and that a decision without an
 * outcome has none. What is spelled all the same has to fit: no vote is to name a reason that nobody wrote. Throws `UsageError`.
 */
function derived(act: string, set: ReadonlyMap<string, string>, text: string): ReadonlyMap<string, string> {
  if (act !== "propose-decision" && act !== "record-delivery") return set;
  // Only findings are decided with a published reason.
  const mayBear = act === "record-delivery" || set.get("decides") === "findings";
  const reason = mayBear ? sectionOf(text, "published") : undefined;
  const found = reason ? digestOfBytes(utf8(reason)) : undefined;
  const said = set.get("published");
  if (said !== undefined && found !== undefined && said !== found)
    throw new UsageError("--set published=… is not the digest of the section “§ published” of --text; leave it out");
  const none = act === "propose-decision" ? { outcome: "none" } : {};
  return new Map([...Object.entries({ ...none, ...(found !== undefined && { published: found }) }), ...set]);
}

const readFiles = (places: readonly string[]) => Promise.all(places.map(readEvidence));

function need(said: string | undefined, name: string): string {
  if (said === undefined) throw new UsageError(`${name} must be said: why is it to go?`);
  return said;
}

function readStaff(spelled: string): StaffId {
  const id = parseId("staff", spelled);
  if (!id.ok) throw new UsageError("--set to=… needs the id of a member of staff (stf_…)");
  return id.value;
}

/** What is not said falls back on the story, and else on "unknown": an assessment may be corrected later. */
function assessment({ story, opened }: CaseView, set: ReadonlyMap<string, string>): ActRequest {
  const list = (name: string, fallback: string): readonly string[] =>
    (set.get(name) ?? fallback).split(",").filter(Boolean);
  return {
    act: "assess",
    rights: list(set.has("right") ? "right" : "rights", "other"),
    class: set.get("class") ?? "unclassified",
    forces: list(set.has("force") ? "force" : "forces", story?.force ?? opened?.forces.join(",") ?? "unknown"),
    department: set.get("department") ?? "unknown",
    month: set.get("month") ?? "unknown",
    child: set.get("child") ?? story?.child ?? "unsaid",
  };
}
