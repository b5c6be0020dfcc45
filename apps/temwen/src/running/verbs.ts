import { flag, need, readOptions, readPort, text } from "../command-words.ts";
import type { Verb } from "../verb.ts";
import { placeOfData } from "./data-folder.ts";
import { readS3Place } from "./s3-place.ts";

export const runningFlags = {
  port: text,
  "desk-port": text,
  "metrics-port": text,
  data: text,
  host: text,
  pack: text,
  demo: flag,
  "no-demo": flag,
  json: flag,
} as const;

/** `up` and `serve`: brings up an office, with a desk or without. */
export const runUp =
  (isServing: boolean): Verb =>
  async (args, terminal, around) => {
    const values = readOptions(args, runningFlags);
    const { up } = await import("./up.ts");
    const s3 = await readS3Place(around.s3);
    const asked = values["metrics-port"];
    const metricsPort = asked === undefined ? undefined : readPort(asked, "--metrics-port");
    return up(
      {
        data: placeOfData(values.data, around),
        host: values.host ?? "127.0.0.1",
        port: readPort(values.port ?? "8080", "--port"),
        deskPort: readPort(values["desk-port"] ?? "8081", "--desk-port"),
        ...(metricsPort !== undefined && { metricsPort }),
        demo: !isServing && !values["no-demo"],
        withDesk: !isServing,
        pack: values.pack ?? "haiti",
        ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
        ...(s3 && { s3 }),
        ...(around.publicUrl && { publicUrl: around.publicUrl }),
      },
      terminal,
    );
  };

/** `init`: makes an office. */
export const runInit: Verb = async (args, terminal, around) => {
  const values = readOptions(args, { data: text, people: text, pack: text, json: flag });
  const data = placeOfData(values.data, around);
  const { init } = await import("./init.ts");
  return init({ data, people: need(values.people, "--people"), pack: values.pack ?? "haiti" }, terminal);
};
