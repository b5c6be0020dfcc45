import { type LinkReason, linkReasons } from "@temwen/casework";
import { type CaseId, parseId } from "@temwen/vocabulary";
import * as z from "zod";

const caseId = z.custom<CaseId>((value) => parseId("case", value).ok);
const text = z.string().max(40_000);

/** What the page says of two cases that belong together, or do not. */
export const linkAsk: z.ZodType<{ readonly other: CaseId; readonly reason: LinkReason; readonly text: string }> =
  z.strictObject({ other: caseId, reason: z.enum(linkReasons), text });
export const unlinkAsk = z.strictObject({ other: caseId, text });
