import { granted, type Result, refused } from "@temwen/vocabulary";

export type FormRefusal = { readonly code: "malformed-form" | "wrong-charset" };

/** The fields of a form, by name. */
export type FormFields = ReadonlyMap<string, string>;

const mostFields = 8;

/**
 * Reads an `application/x-www-form-urlencoded` body (WHATWG URL §5.1), more strictly than browsers write it: only UTF-8,
 * no broken escape, no field twice. A word that was read as other signs than were typed would be sealed like that.
 */
export function readForm(body: Uint8Array, contentType: string): Result<FormFields, FormRefusal> {
  const [type = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  if (type !== "application/x-www-form-urlencoded") return refused({ code: "malformed-form" });
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) return refused({ code: "wrong-charset" });
  const pairs = Buffer.from(body).toString("latin1").split("&");
  if (pairs.length > mostFields) return refused({ code: "malformed-form" });
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const name = readEscaped(equals < 0 ? pair : pair.slice(0, equals));
    const value = readEscaped(equals < 0 ? "" : pair.slice(equals + 1));
    if (!name.ok) return name;
    if (!value.ok) return value;
    if (fields.has(name.value)) return refused({ code: "malformed-form" });
    fields.set(name.value, value.value);
  }
  return granted(fields);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readEscaped(text: string): Result<string, FormRefusal> {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return refused({ code: "malformed-form" });
  const plain = text.replaceAll("+", " ").replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  try {
    return granted(decoder.decode(Buffer.from(plain, "latin1")));
  } catch {
    return refused({ code: "wrong-charset" });
  }
}
