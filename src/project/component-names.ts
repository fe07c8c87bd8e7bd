import type { Platform } from "../documents/component-document";

const platforms: Readonly<Record<string, Platform>> = { linux: "Linux", windows: "Windows", macos: "macOS" };

/** The platform that a document's first folder stands for. */
export function platformOfFolder(document: string): Platform | undefined {
  return platforms[document.slice(0, document.indexOf("/"))];
}

/** `linux/update-os` → `linux-update-os`: names in AWS hold no slash. */
export function componentName(document: string): string {
  return document.replaceAll("/", "-");
}
