import { Button, Notice } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import type { Say } from "./said.tsx";

type Part = { readonly say: Say };

export function BackButton({ say }: Part) {
  return (
    <Button look="plain" icon="back" data-back>
      <span {...say("back")} />
    </Button>
  );
}

/** Why it stops here. The script writes the reason; the heading, one of two perhaps, says whether anything was sent. */
export function Stopped({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <Notice kind="alarm" id={id} hidden>
      {children}
      <p />
    </Notice>
  );
}
