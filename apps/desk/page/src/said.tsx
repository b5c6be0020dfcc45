import type { ComponentChildren } from "preact";

/**
 * Words that a stranger wrote, as text and nothing else. Isolated in their own direction, so that marks which turn the
 * writing round cannot reach what the office says beside them.
 */
export function Said({
  text,
  lang,
  quiet = false,
  children,
}: {
  readonly text: string;
  readonly lang?: string;
  readonly quiet?: boolean;
  /** The same words with some of them covered. */
  readonly children?: ComponentChildren;
}) {
  return (
    <p class={quiet ? "said quiet" : "said"} dir="auto" {...(lang && { lang })}>
      {children ?? <bdi>{text}</bdi>}
    </p>
  );
}

/** A name or a line that a stranger chose (a file's name): marks that turn or hide writing are shown as codes. */
export function SaidLine({ text }: { readonly text: string }) {
  return <bdi class="said-line">{showHiddenMarks(text)}</bdi>;
}

// Controls and format characters: zero width, soft hyphen, the marks of the bidirectional algorithm (Unicode UAX #9).
const hiddenMarks = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** `photo⟨202E⟩gpj.exe` for a name that pretends to be a picture: what it is, not what it looks like. */
export function showHiddenMarks(text: string): string {
  return text.replace(
    hiddenMarks,
    (mark) => `⟨${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}
