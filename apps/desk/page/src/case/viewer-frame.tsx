import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FromViewer, Kind, ToViewer } from "../viewer/said-between.ts";

type FrameProps = {
  readonly kind: Kind;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
  /** What a screen reader calls the frame. */
  readonly title: string;
  readonly isClear: boolean;
  readonly onCover: () => void;
  readonly onNotDrawn: () => void;
  /** Told of a document: how many pages it has, and how many of them are drawn. */
  readonly onPages: (pages: { readonly all: number; readonly drawn: number }) => void;
};

/**
 * A frame with an origin of its own and without network, in which one piece is drawn. The cover lies over it from outside:
 * nothing in the frame can take it off, and while it lies there no key and no pointer reaches a button that plays.
 */
export function ViewerFrame({ kind, mediaType, bytes, title, isClear, onCover, onNotDrawn, onPages }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [shape, setShape] = useState<{ readonly width: number; readonly height: number } | undefined>(undefined);
  const tell = (said: ToViewer) => frame.current?.contentWindow?.postMessage(said, "*");
  useLayoutEffect(() => {
    const hear = ({ source, data }: MessageEvent<FromViewer>) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      if (data.say === "ready") tell({ say: "show", kind, mediaType, bytes });
      if (data.say === "shown" && data.width > 0) setShape({ width: data.width, height: data.height });
      if (data.say === "shown" && data.pages && data.drawn) onPages({ all: data.pages, drawn: data.drawn });
      if (data.say === "not-drawn") onNotDrawn();
      if (data.say === "cover") onCover();
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, []);
  useLayoutEffect(() => {
    if (!isClear) tell({ say: "stop" });
  }, [isClear]);
  return (
    <div class={isClear ? "viewer" : "viewer covered"} inert={!isClear}>
      <iframe
        ref={frame}
        class={kind}
        src={kind === "document" ? "/viewer-document.html" : "/viewer.html"}
        sandbox="allow-scripts"
        referrerpolicy="no-referrer"
        title={title}
        {...(shape && { style: { aspectRatio: `${shape.width} / ${shape.height}` } })}
      />
    </div>
  );
}
