import { useSignal } from "@preact/signals";
import { recogniseKind } from "@temwen/media";
import { Button, Notice } from "@temwen/ui";
import { useEffect, useRef } from "preact/hooks";
import type { CaseView, EvidenceView } from "../../../keeper/src/views.ts";
import { type Answer, ask, askBytes, askForm } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { tellRefusal, words } from "../say.ts";
import { drawCopy } from "./draw-copy.ts";

type MakeProps = {
  readonly view: CaseView;
  readonly note: EvidenceView;
  readonly address: string;
  readonly onRead: () => Promise<void>;
};

/** How far the drawing of a copy is; no page yet while it is read. */
type Progress = { readonly n: number; readonly of: number };

/**
 * Makes the working copy of a piece that came without one; it is then a piece of its own beside the original. The keeper copies
 * what it can take apart; a PDF is drawn here, in the frame that shows it, and its copy is that drawing.
 */
export function MakeCopy({ view, note, address, onRead }: MakeProps) {
  const w = words();
  const isWorking = useSignal(false);
  const progress = useSignal<Progress | undefined>(undefined);
  const trouble = useSignal<string | undefined>(undefined);
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const hasCopy = note.copyOf !== undefined || view.evidence.some(({ copyOf }) => copyOf === note.part);
  const isLawful = view.orders.some(({ order, refusal }) => order === "take-evidence" && refusal === undefined);
  if (hasCopy || !note.arrived || !isLawful) return null;

  const draw = async (): Promise<Answer<object> | undefined> => {
    const opened = await askBytes(address, { for: "showing" });
    if (!opened.ok) return opened;
    if (recogniseKind(new Uint8Array(opened.value)) !== "pdf") return askToCopy();
    stop.current = new AbortController();
    const onPage = (n: number, of: number) => (progress.value = { n, of });
    const drawn = await drawCopy(opened.value, { signal: stop.current.signal, onPage });
    progress.value = undefined;
    if (!drawn.ok) {
      if (drawn.refusal.code === "not-drawn") trouble.value = w.copyNotDrawn;
      return undefined;
    }
    const form = new FormData();
    const sheets = drawn.value.map(({ width, height }) => ({ width, height }));
    form.set("said", JSON.stringify({ expected: view.version, sheets }));
    for (const { jpeg } of drawn.value) form.append("sheet", jpeg);
    return askForm<object>(`${address}/drawn`, form);
  };
  const askToCopy = () => ask<object>("POST", `${address}/copy`, { expected: view.version });
  const make = async () => {
    isWorking.value = true;
    trouble.value = undefined;
    const asked = isCalledPdf(note) ? await draw() : await askToCopy();
    const answer = asked && !asked.ok && asked.refusal.code === "copy-is-drawn" ? await draw() : asked;
    isWorking.value = false;
    if (answer && !answer.ok && !isSignedOut(answer.refusal)) trouble.value = tellRefusal(answer.refusal);
    await onRead();
  };
  return (
    <>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{trouble.value}</p>
        </Notice>
      )}
      {progress.value && (
        <p role="status">
          {w.copyDrawing({ n: String(progress.value.n), of: String(progress.value.of) })}{" "}
          <progress value={progress.value.n} max={progress.value.of} aria-hidden="true" />
        </p>
      )}
      <div class="row">
        {progress.value ? (
          <Button look="plain" onClick={() => stop.current?.abort()}>
            {w.copyStop}
          </Button>
        ) : (
          <Button look="plain" disabled={isWorking.value} onClick={() => void make()}>
            {isWorking.value ? w.working : w.copyMake}
          </Button>
        )}
      </div>
    </>
  );
}

/** What calls itself a PDF goes to the frame at once; so a look is recorded once. */
const isCalledPdf = ({ mediaType }: EvidenceView): boolean => /^application\/(x-)?pdf\b/i.test(mediaType);
