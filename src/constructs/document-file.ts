import { readFileSync } from "node:fs";
import { basename, join, posix } from "node:path";

import { AssetType, TerraformAsset, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** Context key of the application: the folder that the output will be moved to. Default: every file is copied. */
export const outputContext = "golden-images:output";

export interface DocumentFileProps {
  /** Absolute path. */
  readonly path: string;
  /** SHA-256 of the content in lower-case hexadecimal. It is part of the path of the copy. */
  readonly sha256: string;
}

/**
 * Copies a file beside the generated JSON as a CDKTF asset, unless an earlier run has already written the same copy. The folder name contains the
 * digest, so most copies already exist. Writing them again would take as long as the rest of the synthesis.
 *
 * @returns the path of the copy, relative to the folder of the stack
 */
export function createDocumentFile(scope: Construct, { path, sha256 }: DocumentFileProps): string {
  const stack = TerraformStack.of(scope);
  const output: unknown = scope.node.tryGetContext(outputContext);
  if (typeof output === "string") {
    const { node } = new Construct(scope, "document");
    const copy = posix.join("assets", stack.getLogicalId(node), sha256, basename(path));
    if (isSame(join(output, "stacks", stack.node.id, copy), path)) return copy;
    scope.node.tryRemoveChild("document");
  }
  return new TerraformAsset(scope, "document", { path, type: AssetType.FILE, assetHash: sha256 }).path;
}

function isSame(copy: string, original: string): boolean {
  try {
    return readFileSync(copy).equals(readFileSync(original));
  } catch {
    // The copy is missing or cannot be read. A new copy reports the reason if it fails, too.
    return false;
  }
}
