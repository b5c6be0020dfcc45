import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import { useEffect } from "preact/hooks";
import type { CaseView } from "../../../keeper/src/views.ts";
import { askBytes, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { SaidLine, showHiddenMarks } from "../said.tsx";
import { tellRefusal, words } from "../say.ts";

type Note = CaseView["evidence"][number];

/** What was sent with the story. Nothing is opened, shown or heard until somebody asks. */
export function Evidence({ view }: { readonly view: CaseView }) {
  const w = words();
  // What was sent is told in the story: who cannot open it does not know.
  if (!view.story) return null;
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{w.evidence}</h2>
      {view.evidence.length === 0 && <p class="hint">{w.evidenceNone}</p>}
      {view.evidence.length > 0 && (
        <ul class="evidence">
          {view.evidence.map((note) => (
            <Piece key={note.part} note={note} address={`/api/cases/${view.caseId}/evidence/${note.part}`} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Kinds the browser draws without running anything. Everything else is only saved. */
const shownKinds: { readonly [mediaType: string]: "picture" | "sound" | "film" } = {
  "image/jpeg": "picture",
  "image/png": "picture",
  "image/webp": "picture",
  "image/gif": "picture",
  "audio/mpeg": "sound",
  "audio/mp4": "sound",
  "audio/ogg": "sound",
  "audio/webm": "sound",
  "audio/wav": "sound",
  "video/mp4": "film",
  "video/webm": "film",
};

type Opened = { readonly url: string; readonly isClear: boolean };

function Piece({ note, address }: { readonly note: Note; readonly address: string }) {
  const w = words();
  const opened = useSignal<Opened | undefined>(undefined);
  const isWorking = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const mediaType = note.mediaType.toLowerCase();
  const kind = Object.hasOwn(shownKinds, mediaType) ? shownKinds[mediaType] : undefined;

  const hide = () => {
    if (opened.value) URL.revokeObjectURL(opened.value.url);
    opened.value = undefined;
  };
  useEffect(() => hide, []);
  const fetchPiece = async (): Promise<ArrayBuffer | undefined> => {
    isWorking.value = true;
    const answer = await askBytes(address);
    isWorking.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    return answer.ok ? answer.value : undefined;
  };
  const show = async () => {
    const bytes = await fetchPiece();
    if (bytes) opened.value = { url: URL.createObjectURL(new Blob([bytes], { type: mediaType })), isClear: false };
  };
  const save = async () => {
    const bytes = await fetchPiece();
    if (bytes) saveFile(bytes, note.name);
  };
  return (
    <li>
      <p>
        <strong>
          <SaidLine text={note.name} />
        </strong>{" "}
        <span class="hint">
          <SaidLine text={note.mediaType} />, {sizeText(note.size)}
          {!note.arrived && `, ${w.evidenceNotYet}`}
        </span>
      </p>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      {note.arrived && (
        <div class="row">
          {kind && !opened.value && (
            <Button icon="open" disabled={isWorking.value} onClick={() => void show()}>
              {isWorking.value ? w.working : w.evidenceShow}
            </Button>
          )}
          {opened.value && <Button onClick={hide}>{w.evidenceHide}</Button>}
          <Button look="plain" disabled={isWorking.value} onClick={() => void save()}>
            {w.evidenceSave}
          </Button>
        </div>
      )}
      {note.arrived && <p class="hint">{kind ? w.evidenceSaveNote : w.evidenceNotShown}</p>}
      {opened.value && kind === "picture" && (
        <figure class={opened.value.isClear ? "picture" : "picture blurred"}>
          <img src={opened.value.url} alt={showHiddenMarks(note.name)} />
          <Button onClick={() => (opened.value = opened.value && { ...opened.value, isClear: !opened.value.isClear })}>
            {opened.value.isClear ? w.evidenceBlur : w.evidenceClear}
          </Button>
        </figure>
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: what a stranger recorded comes without a transcript */}
      {opened.value && kind === "sound" && <audio controls src={opened.value.url} />}
      {opened.value && kind === "film" && <video controls muted class="film" src={opened.value.url} />}
    </li>
  );
}

/** Saved as bytes without a kind, under a name without hidden marks or folders. */
function saveFile(bytes: ArrayBuffer, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = showHiddenMarks(name).replaceAll(/[/\\:⟨⟩]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
