// The whole script of the frame that shows what strangers sent. It knows no case, no name and no address, and its policy
// lets it reach nothing: a file that breaks out of its picture is still in here, with itself.
import type { FromViewer, ToViewer } from "./said-between.ts";

const tell = (said: FromViewer): void => parent.postMessage(said, "*");

addEventListener("message", (event: MessageEvent<ToViewer>) => {
  if (event.source !== parent) return;
  if (event.data.say === "show") show(event.data);
  else if (event.data.say === "copy") tell({ say: "not-drawn" });
  else for (const media of document.querySelectorAll<HTMLMediaElement>("audio, video")) media.pause();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") tell({ say: "cover" });
});
tell({ say: "ready" });

function show({ kind, mediaType, bytes }: Extract<ToViewer, { readonly say: "show" }>): void {
  // Documents have a frame of their own, which may do less.
  if (kind === "document") {
    tell({ say: "not-drawn" });
    return;
  }
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const drawn = kind === "picture" ? picture(address) : media(kind, address);
  drawn.addEventListener("error", () => tell({ say: "not-drawn" }));
  document.body.replaceChildren(drawn);
}

function picture(address: string): HTMLElement {
  const image = new Image();
  image.addEventListener("load", () => tell({ say: "shown", width: image.naturalWidth, height: image.naturalHeight }));
  image.alt = "";
  image.src = address;
  return image;
}

function media(kind: "sound" | "film", address: string): HTMLElement {
  const element = document.createElement(kind === "sound" ? "audio" : "video");
  element.controls = true;
  // A film begins without its sound; a sound begins when somebody presses play.
  element.muted = kind === "film";
  element.preload = "metadata";
  element.addEventListener("loadedmetadata", () => {
    const size = element instanceof HTMLVideoElement ? [element.videoWidth, element.videoHeight] : [0, 0];
    tell({ say: "shown", width: size[0] ?? 0, height: size[1] ?? 0 });
  });
  element.src = address;
  return element;
}
