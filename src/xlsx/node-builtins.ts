// What Node brings for packing and hashing, where this runs in Node. Asked of the running process, so that a bundle for the browser holds nothing of it.
import type * as NodeBuffer from "node:buffer";
import type * as Crypto from "node:crypto";
import type * as Zlib from "node:zlib";

const node = (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process;

/** Node's zlib; undefined in a browser. */
export const zlib = node?.getBuiltinModule?.("node:zlib") as typeof Zlib | undefined;

/** Node's bytes, which take texts; undefined in a browser. */
export const nodeBuffer = (node?.getBuiltinModule?.("node:buffer") as typeof NodeBuffer | undefined)?.Buffer;

/** Node's crypto; undefined in a browser. */
export const nodeCrypto = node?.getBuiltinModule?.("node:crypto") as typeof Crypto | undefined;
