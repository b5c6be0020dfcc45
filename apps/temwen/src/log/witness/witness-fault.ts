/** What stands in the way of a witness; a person can mend it. */
export class WitnessFault extends Error {
  readonly code:
    | "witness-state-lost"
    | "witness-key-lost"
    | "witness-state-damaged"
    | "witness-name-differs"
    | "witness-running";
  constructor(code: WitnessFault["code"], message: string) {
    super(message);
    this.name = "WitnessFault";
    this.code = code;
  }
}
