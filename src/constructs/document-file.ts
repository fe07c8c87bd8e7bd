import { readFileSync } from "node:fs";
import { basename, join, posix } from "node:path";

import { AssetType, TerraformAsset, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** Context of an application: the folder that its output will be moved into. Default: every file is copied. */
export const outputContext = "golden-images:output";

export interface DocumentFileProps {
  /** Absolute path. */
  readonly path: string;
  /** Digest of the content in lower-case hexadecimal, a part of the path of the copy. */
  readonly sha256: string;
}

/**
 * A copy of a file beside the generated JSON: an asset of CDKTF, but for what an earlier run has put into the same place. Its folders are
 * named by the content, so most files of a project are there already, and making them again takes as long as the rest of a synthesis.
 *
 * @returns its path in the folder of the stack
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
    // It is not there yet, or what is there cannot be read: making it again says why.
    return false;
  }
}
