import { type App, TerraformElement } from "cdktf";

import { addressable } from "../src/factory/terraform-name";

/**
 * CDKTF writes the path of each construct into the JSON as metadata, and takes a part of it such as `-82e297` for a placeholder. The path is made of names
 * that users choose; where one holds such a part, its letter changes in the metadata, which nothing reads.
 */
export function hidePlaceholdersInPaths(app: App): void {
  // Not by an aspect: CDKTF resolves all it has once before those.
  for (const node of app.node.findAll()) {
    const path = addressable(node.node.path);
    if (!(node instanceof TerraformElement) || path === node.node.path) continue;
    const metadata = { path, uniqueId: node.friendlyUniqueId };
    Object.defineProperty(node, "constructNodeMetadata", { value: { metadata } });
  }
}
