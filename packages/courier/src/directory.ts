import type { SignedBody } from "@temwen/office";
import { fieldsOf, granted, listOf, type Result } from "@temwen/vocabulary";
import type { CallRefusal, Line } from "./line.ts";
import { call, signedShape, toSigned } from "./served.ts";

/** The directory as served: current, and the suspensions made under it. Nothing of it is believed before it is verified. */
export type ServedDirectory = { readonly directory: SignedBody; readonly suspensions: readonly SignedBody[] };

export type FetchDirectory = (epoch?: number) => Promise<Result<ServedDirectory, CallRefusal>>;

const directoryAnswer = fieldsOf({ directory: signedShape, suspensions: listOf(signedShape, 1000) });

/** Fetches the directory in force, or that of an epoch. */
export async function fetchDirectory(line: Line, epoch?: number): ReturnType<FetchDirectory> {
  const path = epoch === undefined ? "/api/directory" : `/api/directory?epoch=${epoch}`;
  const answer = await call(line.json("GET", path), directoryAnswer);
  if (!answer.ok) return answer;
  const { directory, suspensions } = answer.value;
  return granted({ directory: toSigned(directory), suspensions: suspensions.map(toSigned) });
}
