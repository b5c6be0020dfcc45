/** Mailboxes are served in multiples of this many bytes, so that an empty one looks like one with an answer (docs/specs/http.md). */
export const frameStep = 24_576;
