import type { Platform } from "../documents/component-document";
import type { WorkflowType } from "../documents/workflows/workflow-action";

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
  return document.slice(0, document.indexOf("/"));
}

/** `linux/update-os` → `linux-update-os`: names in AWS hold no slash. */
export function componentName(document: string): string {
  return document.replaceAll("/", "-");
}
