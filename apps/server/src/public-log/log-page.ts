import { type Cosigned, judgeCheckpoint, parseLogPolicy } from "@temwen/public-log/policy";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { formatHash } from "@temwen/public-log/tree";
import { languages } from "@temwen/vocabulary";
import { Hono } from "hono";
import { fillTemplate, type Slots } from "../portal/fill-template.ts";
import type { Pages } from "../portal/pages.ts";
import { servePage } from "../portal/routes.ts";
import { squeezeOnce } from "../portal/squeeze.ts";
import type { LogFiles } from "./routes.ts";
import { checkpointPath } from "./showing.ts";

/** `GET /log`, `/log/fr` …: what the log is, where it stands, and who cosigned when, for people without script. */
export function logPageRoutes(pages: Pages, { folder, policy }: LogFiles): Hono {
  const routes = new Hono();
  for (const language of languages) {
    const template = pages.get(`log.${language}.html`);
    if (!template) continue;
    routes.get(language === "ht" ? "/log" : `/log/${language}`, async (context) => {
      const slots = describeHead(await folder.read(checkpointPath), policy);
      const plain = Buffer.from(fillTemplate(template.plain.toString("utf8"), slots));
      return servePage(context, { ...template, plain, brotli: squeezeOnce(plain) });
    });
  }
  return routes;
}

/** What the last checkpoint says, by the office's own policy. */
export function describeHead(checkpoint: Uint8Array | null, policyFile: Uint8Array): Slots {
  const policy = parseLogPolicy(policyFile, primitivesOnNode.hasher.sha256);
  const nothing = { unwitnessed: true, head: [], witness: [] };
  if (checkpoint === null || !policy.ok) return { ...nothing, empty: true, few: false };
  const judged = judgeCheckpoint(checkpoint, policy.value, primitivesOnNode);
  // There is a log: witnesses of a new policy have not signed it yet, or its file is damaged.
  if (!judged.ok) return { ...nothing, unwitnessed: false, empty: false, few: true };
  const { size, root, origin } = judged.value.checkpoint;
  const witness = judged.value.cosigned.map(({ name, time }) => ({ name, at: spellHour(time) }));
  return {
    ...{ empty: false, few: false },
    unwitnessed: witness.length === 0,
    head: [{ size: size.toString(), root: formatHash(root), origin }],
    witness,
  };
}

/** `2026-11-22 05:33 UTC`: a witness counts in seconds since 1970, and anywhere in the world. */
const spellHour = (time: Cosigned["time"]): string =>
  time < 8_640_000_000_000n ? `${new Date(Number(time) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC` : "—";
