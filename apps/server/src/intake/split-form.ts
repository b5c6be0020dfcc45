/** One field of a form: its name, and its bytes as a view into the body. */
export type Field = { readonly name: string; readonly bytes: Buffer };

const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");
/** The lines before a field's bytes: a name and a few words. */
const largestHead = 1024;
const mostFields = 20;

/**
 * Splits a `multipart/form-data` body (RFC 7578, framed as in RFC 2046 §5.1.1); undefined when it is framed in any other
 * way than clients frame it: nothing before the first boundary, nothing after the last, no padding, one disposition with
 * its name first. Copies nothing, so that filing does not move 40 KB a second time (docs/decisions).
 */
export function splitForm(body: Buffer, contentType: string): readonly Field[] | undefined {
  const boundary = readBoundary(contentType);
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
  if (!startsWith(body, delimiter.subarray(2), 0)) return undefined;
  const fields: Field[] = [];
  let at = delimiter.length - 2;
  while (startsWith(body, lineEnd, at)) {
    const head = body.indexOf(headEnd, at);
    if (head < 0 || head - at > largestHead || fields.length === mostFields) return undefined;
    const name = readName(body.toString("latin1", at + 2, head));
    const start = head + headEnd.length;
    const end = body.indexOf(delimiter, start);
    if (name === undefined || end < 0) return undefined;
    fields.push({ name, bytes: body.subarray(start, end) });
    at = end + delimiter.length;
  }
  const tail = body.toString("latin1", at, at + 5);
  return tail === "--" || tail === "--\r\n" ? fields : undefined;
}

/** Of several boundaries none is believed; other parameters (a charset) say nothing about bytes. */
function readBoundary(contentType: string): string | undefined {
  const [type = "", ...rest] = contentType.split(";");
  if (!/^multipart\/form-data\s*$/i.test(type)) return undefined;
  const spelled = rest.flatMap((parameter) => {
    const found = /^\s*boundary=(?:"([^"]{1,100})"|([^\s"]{1,100}))\s*$/i.exec(parameter);
    return found ? [found[1] ?? found[2]] : [];
  });
  return spelled.length === 1 ? spelled[0] : undefined;
}

function readName(head: string): string | undefined {
  let name: string | undefined;
  for (const line of head.split("\r\n")) {
    if (!/^content-disposition:/i.test(line)) continue;
    const spelled = /^content-disposition:\s*form-data;\s*name="?([^";]{1,60})"?(?:;|$)/i.exec(line)?.[1];
    // Of two names, neither is believed.
    if (spelled === undefined || name !== undefined) return undefined;
    name = spelled;
  }
  return name;
}

const startsWith = (bytes: Buffer, start: Buffer, at: number): boolean =>
  bytes.length >= at + start.length && bytes.compare(start, 0, start.length, at, at + start.length) === 0;
