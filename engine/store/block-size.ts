/** Bytes of content in one block: small enough to be unpacked for one line, large enough to be packed well. */
export const BLOCK_BYTES = 256 * 1024;
