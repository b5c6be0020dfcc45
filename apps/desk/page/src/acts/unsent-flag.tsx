import { Icon } from "@temwen/ui";
import { person } from "../desk-state.ts";
import { draftName, isKept } from "../drafts.ts";
import { words } from "../say.ts";

/** Whether whoever is signed in began an act and did not sign it. */
export const isUnsent = (about: string, act: string): boolean =>
  isKept(draftName(person.value?.me.id ?? "", about, act));

/** Says so, where the act is. */
export function UnsentFlag() {
  return (
    <p class="flag">
      <Icon name="pen" />
      {words().flagUnsent}
    </p>
  );
}
