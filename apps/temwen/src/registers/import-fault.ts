/** Why nothing was imported, in words for whoever can mend the file or its mapping. */
export class ImportFault extends Error {
  readonly code:
    | "malformed-mapping"
    | "wrong-columns"
    | "wrong-encoding"
    | "not-gzip"
    | "cut-short"
    | "quote-never-closed"
    | "not-a-code-list"
    | "lookup-too-large"
    | "mostly-unreadable"
    | "case-too-large"
    | "empty-file"
    | "no-room";

  constructor(code: ImportFault["code"], message: string) {
    super(message);
    this.name = "ImportFault";
    this.code = code;
  }
}
