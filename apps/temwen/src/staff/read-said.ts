import { formOf, type LaterOrder } from "@temwen/casework";
import type { Json } from "@temwen/vocabulary";
import { UsageError } from "../exit.ts";

/** What an act from admission on says, from its `--set` words; a list is spelled with commas. Throws `UsageError`. */
export function readSaid(act: LaterOrder["type"], set: ReadonlyMap<string, string>): { readonly [name: string]: Json } {
  const shapes = Object.entries(formOf(act)?.says ?? {});
  return Object.fromEntries(
    shapes.map(([name, shape]) => {
      const spelled = set.get(name);
      const values = spelled === undefined ? [[]] : readings(spelled);
      const value = values.find((one) => shape(one) !== undefined);
      if (value !== undefined) return [name, value];
      throw new UsageError(
        spelled === undefined ? `${act} needs --set ${name}=…` : `--set ${name}=${spelled} is not what ${name} may be`,
      );
    }),
  );
}

/** A word, a number, a list: what the act asks for is what counts. */
function readings(spelled: string): readonly Json[] {
  const number = /^\d{1,9}$/.test(spelled) ? [Number(spelled)] : [];
  return [spelled, ...number, spelled.split(",").filter(Boolean)];
}
