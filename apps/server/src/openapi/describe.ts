import type { Slots } from "../portal/fill-template.ts";

/** As much of an OpenAPI 3.1 document as the page shows. */
export type Described = {
  readonly info: { readonly description: string };
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
};

type Operation = {
  readonly summary: string;
  readonly security: readonly object[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema?: BodySchema } } };
  readonly "x-refusals"?: readonly string[];
};

type BodySchema = { readonly properties?: object; readonly required?: readonly string[] };

/** The document as what the built page `/api` is filled with, in the document's own order. */
export function describeOperations({ info, paths }: Described): Slots {
  const operation = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => describe(method.toUpperCase(), path, described)),
  );
  return { about: info.description, operation };
}

function describe(method: string, path: string, operation: Operation): Slots {
  const { summary, security, requestBody, "x-refusals": refusals = [] } = operation;
  const body = requestBody ? Object.entries(requestBody.content).map(([type, { schema }]) => spell(type, schema)) : [];
  return {
    method,
    path,
    summary,
    session: security.length > 0,
    sends: body.length > 0,
    body: body.join("; "),
    refuses: refusals.length > 0,
    refusals: refusals.join(", "),
  };
}

/** `application/json {staff, nonce}`; what may be left out bears a question mark. */
function spell(type: string, schema: BodySchema = {}): string {
  const names = Object.keys(schema.properties ?? {}).map((name) =>
    schema.required?.includes(name) ? name : `${name}?`,
  );
  return names.length === 0 ? type : `${type} {${names.join(", ")}}`;
}
