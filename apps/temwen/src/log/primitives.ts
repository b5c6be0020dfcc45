import { verifyMlDsa44 } from "@temwen/public-log/ml-dsa";
import { type Primitives, primitivesOnNode } from "@temwen/public-log/primitives-node";

/** All kinds of signatures are judged at the command line. */
export const primitives: Primitives = { ...primitivesOnNode, verifyMlDsa44 };
