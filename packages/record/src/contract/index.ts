export { createSamples, type Samples } from "./samples.ts";
export { type OpenRecord, recordContract } from "./suite.ts";
