/** A file that was to be read as openings and is none. */
export class AuditFault extends Error {
  readonly code = "not-openings";

  constructor(message: string) {
    super(message);
    this.name = "AuditFault";
  }
}
