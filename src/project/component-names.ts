import type { Platform } from "../documents/component-document";
import { shippedPrefix } from "../documents/shipped-prefix";
import type { WorkflowType } from "../documents/workflows/workflow-action";
import { digestOfText } from "../versions/digest";

const platforms: Readonly<Record<string, Platform>> = { linux: "Linux", windows: "Windows", macos: "macOS" };
const workflowTypes: Readonly<Record<string, WorkflowType>> = {
  build: "BUILD",
  test: "TEST",
  distribution: "DISTRIBUTION",
};

/** The platform that a component document's first folder stands for. */
export function platformOfFolder(document: string): Platform | undefined {
  return platforms[firstFolder(document)];
}

/** The type that a workflow document's first folder stands for. */
export function workflowTypeOfFolder(document: string): WorkflowType | undefined {
  return workflowTypes[firstFolder(document)];
}

function firstFolder(document: string): string {
  const path = document.startsWith(shippedPrefix) ? document.slice(shippedPrefix.length) : document;
  return path.slice(0, path.indexOf("/"));
}

/** Characters of an image's name that its merged components keep: with the rest of theirs, it fits the 126 of a name in AWS. */
const MAX_KEPT = 100;

/** How references name the merged components of an image or container, counted from 1: `merged/linux-base-1`. */
export function mergedDocument(recipe: string, number: number): string {
  const digest = digestOfText(recipe).slice("sha256:".length).slice(0, 8);
  const kept = recipe.length <= MAX_KEPT ? recipe : `${recipe.slice(0, MAX_KEPT)}-${digest}`;
  return `merged/${kept}-${number}`;
}
