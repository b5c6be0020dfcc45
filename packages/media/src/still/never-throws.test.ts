// Pictures in boxes that strangers send, through the desk's own door.
import { makeDeskCopy } from "../desk-copy.ts";
import { testNeverThrows } from "../never-throws.testing.ts";
import { phonePicture, still } from "./still.testing.ts";

testNeverThrows(makeDeskCopy, [still(phonePicture)]);
