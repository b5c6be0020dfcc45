import { mayOpenCases } from "@temwen/casework";
import { Button } from "@temwen/ui";
import { isUnsent, UnsentFlag } from "../acts/unsent-flag.tsx";
import { goTo, person } from "../desk-state.ts";
import { words } from "../say.ts";

/** The way to opening a case, for whoever may. */
export function OpenCaseDoor() {
  const role = person.value?.me.role;
  if (!role || !mayOpenCases(role as Parameters<typeof mayOpenCases>[0])) return null;
  return (
    <div class="row">
      <Button icon="pen" onClick={() => goTo({ at: "open-case" })}>
        {words().openCase}
      </Button>
      {isUnsent("new-case", "open-case") && <UnsentFlag />}
    </div>
  );
}
