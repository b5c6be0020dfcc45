import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Shown } from "./host.ts";

export type MicrophoneRefusal = { readonly code: "noRecorder" | "noMicrophone" | "notAllowed" };

export type Recording = {
  /** Ends it; the microphone is let go at once. */
  readonly stop: () => void;
  /** What was said, once it has ended. */
  readonly ended: Promise<Shown>;
};

/** What phones can write; the first that this one can. */
const kinds = [
  { mediaType: "audio/webm", ending: "webm" },
  { mediaType: "audio/mp4", ending: "m4a" },
  { mediaType: "audio/ogg", ending: "ogg" },
] as const;
/** Enough for speech: three minutes are half a megabyte. */
const bitsPerSecond = 24_000;

/** Asks for the microphone and begins. Everything stays in memory. */
export async function startRecording(): Promise<Result<Recording, MicrophoneRefusal>> {
  if (typeof MediaRecorder !== "function" || !navigator.mediaDevices) return refused({ code: "noRecorder" });
  const kind = kinds.find(({ mediaType }) => MediaRecorder.isTypeSupported(mediaType));
  if (!kind) return refused({ code: "noRecorder" });
  let stream: MediaStream | undefined;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    return granted(record(stream, kind));
  } catch (cause) {
    if (stream) letGo(stream);
    const isForbidden = cause instanceof DOMException && /^(NotAllowed|Security)Error$/.test(cause.name);
    return refused({ code: isForbidden ? "notAllowed" : "noMicrophone" });
  }
}

function record(stream: MediaStream, { mediaType, ending }: (typeof kinds)[number]): Recording {
  const recorder = new MediaRecorder(stream, { mimeType: mediaType, audioBitsPerSecond: bitsPerSecond });
  const heard: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => heard.push(data));
  const ended = new Promise<void>((resolve) => {
    // Ended by us, or by a microphone that was taken away: what was said until then is kept.
    recorder.addEventListener("stop", () => resolve());
  }).then(async () => {
    letGo(stream);
    const bytes = new Uint8Array(await new Blob(heard).arrayBuffer());
    return { name: `voice.${ending}`, mediaType, bytes };
  });
  recorder.start();
  return {
    stop: () => {
      if (recorder.state !== "inactive") recorder.stop();
    },
    ended,
  };
}

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
