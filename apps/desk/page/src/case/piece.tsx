import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import { useEffect, useRef } from "preact/hooks";
import type { CaseView, EvidenceView, TakenView } from "../../../keeper/src/views.ts";
import { askBytes, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { Masked, MaskedFileName } from "../masking/masked.tsx";
import { SaidLine } from "../said.tsx";
import { hour, staffName, tellRefusal, wordFor, words } from "../say.ts";
import { MakeCopy } from "./make-copy.tsx";
import { pieceNumber } from "./piece-name.ts";
import { SavePiece } from "./save-piece.tsx";
import { mayBeShown, type ShownAs, shownAs } from "./shown-kind.ts";
import { ViewerFrame } from "./viewer-frame.tsx";

type PieceProps = {
  readonly view: CaseView;
  readonly note: EvidenceView;
  readonly address: string;
  readonly onRead: () => Promise<void>;
};

/** What is on screen of a piece: its bytes while they are here, and whether the cover is off. */
type Shown = { readonly bytes: ArrayBuffer; readonly as: ShownAs | undefined; readonly isClear: boolean };

/** One piece: what it is said to be, who looked at it, and the way to look. */
export function Piece({ view, note, address, onRead }: PieceProps) {
  const w = words();
  const shown = useSignal<Shown | undefined>(undefined);
  const isWorking = useSignal(false);
  const isDrawable = useSignal(true);
  const pages = useSignal<{ readonly all: number; readonly drawn: number } | undefined>(undefined);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const cover = useRef<HTMLDivElement>(null);
  const isShowable = mayBeShown(note.mediaType);
  const drawn = isDrawable.value ? shown.value?.as : undefined;
  const uncover = drawn?.kind === "picture" || drawn?.kind === "document" ? w.evidenceClear : w.evidenceHear;
  const setClear = (isClear: boolean) => {
    if (shown.value) shown.value = { ...shown.value, isClear };
    cover.current?.querySelector("button")?.focus();
  };
  useEffect(() => () => (shown.value = undefined), []);

  const open = async () => {
    isWorking.value = true;
    const answer = await askBytes(address, { for: "showing" });
    isWorking.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (!answer.ok) return;
    const as = shownAs(note.mediaType, new Uint8Array(answer.value));
    shown.value = { bytes: answer.value, as, isClear: false };
    await onRead();
  };
  return (
    <li
      class={note.copyOf === undefined ? "original" : "copy"}
      onKeyDown={(event) => event.key === "Escape" && setClear(false)}
    >
      <p>
        <strong>
          <MaskedFileName name={note.name} isMade={note.copyOf !== undefined} />
        </strong>{" "}
        <span class="hint">
          <SaidLine text={note.mediaType} />, {sizeText(note.size)}
          {!note.arrived && `, ${w.evidenceNotYet}`}
        </span>
      </p>
      <p class="hint">{tellKind(note, view)}</p>
      {note.taken && note.copyOf === undefined && <Taken taken={note.taken} />}
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      {shown.value && (
        <>
          <p class="hint">{tellSame(note)}</p>
          {drawn ? (
            <ViewerFrame
              {...drawn}
              bytes={shown.value.bytes}
              title={tellKind(note, view)}
              isClear={shown.value.isClear}
              onCover={() => setClear(false)}
              onNotDrawn={() => (isDrawable.value = false)}
              onPages={(counted) => (pages.value = counted)}
            />
          ) : (
            <p>{w.evidenceNotDrawn}</p>
          )}
          {drawn && pages.value && <p class="hint">{tellPages(pages.value)}</p>}
        </>
      )}
      {note.arrived && (
        <div class="row" ref={cover}>
          {isShowable && !shown.value && (
            <Button icon="open" disabled={isWorking.value} onClick={() => void open()}>
              {isWorking.value ? w.working : w.evidenceShow}
            </Button>
          )}
          {shown.value && drawn && (
            <Button onClick={() => setClear(!shown.value?.isClear)}>
              {shown.value.isClear ? w.evidenceBlur : uncover}
            </Button>
          )}
          {shown.value && <Button onClick={() => (shown.value = undefined)}>{w.evidenceHide}</Button>}
          <SavePiece view={view} note={note} address={address} onRead={onRead} />
        </div>
      )}
      <MakeCopy view={view} note={note} address={address} onRead={onRead} />
      {note.arrived && !isShowable && <p class="hint">{w.evidenceNotShown}</p>}
      <Custody note={note} />
    </li>
  );
}

function tellPages({ all, drawn }: { readonly all: number; readonly drawn: number }): string {
  const w = words();
  return `${w.evidencePages({ n: all })} ${drawn < all ? w.evidenceFirstPages({ n: drawn }) : ""} ${w.evidenceGaps}`;
}

/** Which of the two this is, by the name that the record gives pieces. */
function tellKind({ part, copyOf, taken }: EvidenceView, { evidence }: CaseView): string {
  const w = words();
  if (copyOf !== undefined) {
    const is = w.evidenceIsCopy({ n: pieceNumber(copyOf) });
    return taken?.source === "working-copy" ? `${is} ${wordFor("source", taken.source)}.` : is;
  }
  const hasCopy = evidence.some((other) => other.copyOf === part);
  const n = pieceNumber(part);
  const is = taken ? w.evidenceTaken({ n, source: wordFor("source", taken.source) }) : w.evidenceIsOriginal({ n });
  return `${is}${hasCopy ? ` ${w.evidenceHasCopy}` : ""}`;
}

/** Whose seal the file came out of, unchanged. */
function tellSame({ copyOf, taken }: EvidenceView): string {
  const w = words();
  if (copyOf !== undefined) return w.evidenceSameCopy;
  return taken ? w.evidenceSameTaken : w.evidenceSame;
}

/** By whose hands a piece came, and what it answers. */
function Taken({ taken }: { readonly taken: TakenView }) {
  const w = words();
  return (
    <>
      {taken.request !== undefined && <p class="hint">{w.evidenceAnswers({ n: String(taken.request) })}</p>}
      {taken.from !== undefined && (
        <p class="hint">
          {w.evidenceFrom} <Masked text={taken.from} />
        </p>
      )}
    </>
  );
}

/** Who looked, and who took it out of the seal. */
function Custody({ note }: { readonly note: EvidenceView }) {
  const w = words();
  const { taken } = note;
  if (note.custody.length === 0 && !taken) return null;
  return (
    <details class="custody">
      <summary>{w.custodyHead({ n: note.custody.length })}</summary>
      <ul>
        {taken && (
          <li>
            {taken.source === "working-copy" ? wordFor("source", taken.source) : w.custodyTaken} · {staffName(taken.by)}
            , {hour(taken.at)}
          </li>
        )}
        {note.custody.map(({ at, by, exportedFor }, place) => (
          <li key={place}>
            {exportedFor ? `${w.custodyFile}: ${wordFor("export", exportedFor)}` : w.custodyOpened}
            {" · "}
            {staffName(by)}, {hour(at)}
          </li>
        ))}
      </ul>
      <p class="hint">
        {note.copyOf === undefined ? w.custodyDigest : w.custodyDigestCopy} <span class="number">{note.sha256}</span>
      </p>
    </details>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
