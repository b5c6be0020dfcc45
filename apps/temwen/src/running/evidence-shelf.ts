import { openDiskShelf, openS3Shelf, type S3Place, type Shelf } from "@temwen/server";
import type { DataFolder } from "./data-folder.ts";

/** Where an office's whole pieces of evidence stand: in an S3 bucket, or in its folder. */
export const openShelf = (folder: DataFolder, s3: S3Place | undefined): Shelf =>
  s3 ? openS3Shelf(s3) : openDiskShelf(folder.blobs);
