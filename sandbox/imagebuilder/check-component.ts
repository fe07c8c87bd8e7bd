import { checkDocument } from "../../src/documents/check-document";
import type { Platform } from "../../src/documents/component-document";

/** Why the service would refuse a component document; undefined where it would not. */
export function refusalOf(document: string, platform: Platform): string | undefined {
  const error = checkDocument("data", document, { platform }).problems.find(({ severity }) => severity === "error");
  return error && `${error.message} (line ${error.line}, column ${error.column})`;
}
