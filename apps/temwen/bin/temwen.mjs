#!/usr/bin/env node
// Plain JavaScript, so that any Node can start it: the bootstrap fetches the Node that Temwen runs on.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bootstrap = fileURLToPath(new URL("../../../tools/bootstrap.mjs", import.meta.url));
const ran = spawnSync(process.execPath, [bootstrap, "temwen", ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = ran.status ?? 70;
