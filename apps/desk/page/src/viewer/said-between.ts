// What page and viewer say to each other. The viewer's origin is opaque, so neither can name the other's address: each takes
// messages from the one window it knows.

export type Kind = "picture" | "sound" | "film" | "document";

/** What the page tells its viewer. */
export type ToViewer =
  | { readonly say: "show"; readonly kind: Kind; readonly mediaType: string; readonly bytes: ArrayBuffer }
  /** Silence: the page is about to cover it. */
  | { readonly say: "stop" };

/** What the viewer tells its page. */
export type FromViewer =
  | { readonly say: "ready" }
  /** Drawn, so many pixels wide and high; sound has none. Of a document its first page, and how many are drawn of all. */
  | {
      readonly say: "shown";
      readonly width: number;
      readonly height: number;
      readonly pages?: number;
      readonly drawn?: number;
    }
  /** The browser cannot draw these bytes as what they are said to be. */
  | { readonly say: "not-drawn" }
  /** Somebody pressed Escape inside the frame. */
  | { readonly say: "cover" };
