import { type App, TerraformElement } from "cdktf";

import { addressable } from "../src/factory/terraform-name";

/**
 * Changes metadata paths that contain text such as `-82e297`, which CDKTF treats as a placeholder. CDKTF writes the path of each construct, which
 * contains names of users, to the JSON as metadata. Nothing reads the metadata, so the `e` can be changed there.
 */
export function hidePlaceholdersInPaths(app: App): void {
  // An aspect would be too late, because CDKTF resolves all elements once before aspects.
  for (const node of app.node.findAll()) {
    const path = addressable(node.node.path);
    if (!(node instanceof TerraformElement) || path === node.node.path) continue;
    const metadata = { path, uniqueId: node.friendlyUniqueId };
    Object.defineProperty(node, "constructNodeMetadata", { value: { metadata } });
  }
}
