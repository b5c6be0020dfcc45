import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/**
 * Compresses when first asked, as small as it goes, and keeps it: fifty pages in five languages take seconds of a
 * processor, and an office must not start that much later for those that nobody opens.
 */
export function squeezeOnce(plain: Buffer): () => Promise<Buffer> {
  let squeezed: Promise<Buffer> | undefined;
  return () => {
    squeezed ??= compress(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    });
    return squeezed;
  };
}
