import { showHiddenMarks } from "../said.tsx";

/** Saved as bytes without a kind, under a name without hidden marks or folders. */
export function saveFile(bytes: ArrayBuffer, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = showHiddenMarks(name).replaceAll(/[/\\:⟨⟩]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
