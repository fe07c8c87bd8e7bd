import type { Platform } from "../aws/platform";
import { shippedPrefix } from "../documents/shipped-prefix";
import type { WorkflowType } from "../documents/workflows/workflow-action";
import { digestOfText } from "../versions/digest";

const platforms: Readonly<Record<string, Platform>> = { linux: "Linux", windows: "Windows", macos: "macOS" };
const workflowTypes: Readonly<Record<string, WorkflowType>> = {
  build: "BUILD",
  test: "TEST",
  distribution: "DISTRIBUTION",
};

/** Returns the platform of a component document, from its first folder. */
export function platformOfFolder(document: string): Platform | undefined {
  return platforms[firstFolder(document)];
}

/** Returns the type of a workflow document, from its first folder. */
export function workflowTypeOfFolder(document: string): WorkflowType | undefined {
  return workflowTypes[firstFolder(document)];
}

function firstFolder(document: string): string {
  const path = document.startsWith(shippedPrefix) ? document.slice(shippedPrefix.length) : document;
  return path.slice(0, path.indexOf("/"));
}

/** Maximum number of characters of the image name in names of its merged components, so that these fit the 126 characters of AWS. */
const MAX_KEPT = 100;

/** Returns the document name of a merged component: `merged/linux-base-1`. @param number starts at 1 */
export function mergedDocument(recipe: string, number: number): string {
  const digest = digestOfText(recipe).slice("sha256:".length).slice(0, 8);
  const kept = recipe.length <= MAX_KEPT ? recipe : `${recipe.slice(0, MAX_KEPT)}-${digest}`;
  return `merged/${kept}-${number}`;
}
