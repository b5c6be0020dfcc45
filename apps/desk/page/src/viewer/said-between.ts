// What page and viewer say to each other. The viewer's origin is opaque, so neither can name the other's address: each takes
// messages from the one window it knows.

export type Kind = "picture" | "sound" | "film" | "document";

/** What the page tells its viewer. */
export type ToViewer =
  | { readonly say: "show"; readonly kind: Kind; readonly mediaType: string; readonly bytes: ArrayBuffer }
  /** Draw all of a document, to be kept and not to be looked at. */
  | { readonly say: "copy"; readonly bytes: ArrayBuffer }
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
  /** A page of a document as a picture (JPEG), and how large the page is, in points of 1/72 inch. They come in order. */
  | {
      readonly say: "sheet";
      readonly number: number;
      readonly of: number;
      readonly width: number;
      readonly height: number;
      readonly jpeg: ArrayBuffer;
    }
  /** Every page was told. */
  | { readonly say: "copied" }
  /** The browser cannot draw these bytes as what they are said to be; of a copy, not all of them. */
  | { readonly say: "not-drawn" }
  /** Somebody pressed Escape inside the frame. */
  | { readonly say: "cover" };
