import { stat } from "node:fs/promises";
import { UsageError } from "../../exit.ts";
import { openFolder } from "./folder.ts";
import { openAddress } from "./http.ts";
import type { LogPlace } from "./log-place.ts";

/** Opens what was said with `--log`. Nothing is read yet. Throws `UsageError`. */
export async function openLogPlace(spelled: string): Promise<LogPlace> {
  if (/^https?:/i.test(spelled)) {
    if (!URL.canParse(spelled)) throw new UsageError("--log needs a folder, or an address like https://host/log/");
    return openAddress(new URL(spelled));
  }
  const found = await stat(spelled).catch(() => null);
  if (!found?.isDirectory()) throw new UsageError("--log needs a folder that is there, or an address");
  return openFolder(spelled);
}
