import { Button } from "@temwen/ui";
import type { Say } from "./said.tsx";

/** Below every screen: keep the page on this phone, if asked for, and take everything away again. Shown once the script runs. */
export function Traces({ say }: { readonly say: Say }) {
  return (
    <aside id="traces" class="traces stack" hidden>
      <div id="keep-offer">
        <div id="keep-place" class="stack" hidden>
          <p class="hint" {...say("keepHint")} />
          <p id="keep-said" role="status" hidden />
          <div class="row">
            <Button id="keep">
              <span {...say("keep")} />
            </Button>
            <Button id="unkeep" hidden>
              <span />
            </Button>
          </div>
        </div>
      </div>
      <p class="hint" {...say("noTraceHint")} />
      <div class="row">
        <Button id="no-trace" look="alarm">
          <span {...say("noTrace")} />
        </Button>
      </div>
    </aside>
  );
}
