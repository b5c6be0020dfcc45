import { Button, Notice } from "@temwen/ui";
import type { PageKey, Say } from "./said.tsx";

type Part = { readonly say: Say };

export function BackButton({ say }: Part) {
  return (
    <Button look="plain" icon="back" data-back>
      <span {...say("back")} />
    </Button>
  );
}

/** Why it stops here. The script writes the reason; the heading says whether anything was sent. */
export function Stopped({ say, id, head }: Part & { readonly id: string; readonly head: PageKey }) {
  return (
    <Notice kind="alarm" id={id} hidden>
      <h2 {...say(head)} />
      <p />
    </Notice>
  );
}
