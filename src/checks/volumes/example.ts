import type { Example } from "../../problems/rule";
import { withImage } from "../example";

/** Returns an image with one volume that has these lines. */
export function withVolume(...lines: readonly string[]): Example {
  return withImage({ more: `volumes:\n  - ${lines.join("\n    ")}\n` });
}
