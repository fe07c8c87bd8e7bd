import type { Example } from "../../problems/rule";
import { withImage } from "../example";

/** An image with one volume, of which these are the lines. */
export function withVolume(...lines: readonly string[]): Example {
  return withImage({ more: `volumes:\n  - ${lines.join("\n    ")}\n` });
}
