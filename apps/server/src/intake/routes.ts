import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { refuse } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import { readBody } from "../read-body.ts";
import { fileComplaint } from "./file-complaint.ts";
import { largestParcel, readParcel } from "./read-parcel.ts";

/** `POST /api/complaints`: one sealed parcel, one answer. */
export function intakeRoutes(office: OfficeContext): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.post("/api/complaints", async (context) => {
    const body = await readBody(context.env, largestParcel);
    if (!body) return refuse(context, { code: "too-large" });
    const parcel = readParcel(body, context.req.header("content-type") ?? "");
    if (!parcel.ok) return refuse(context, parcel.refusal);
    const filed = await fileComplaint(parcel.value, office);
    return filed.ok ? context.json(filed.value) : refuse(context, filed.refusal);
  });
  return routes;
}
