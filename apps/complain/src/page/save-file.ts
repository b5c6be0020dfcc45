/** Gives the phone a small file to keep. Nothing is asked of any server for it: who keeps what is nobody's business. */
export function saveFile(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: "application/octet-stream" }));
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this tap; such a file has some kilobytes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
