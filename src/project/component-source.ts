import type { ComponentSource } from "../factory/resolve-factory";
import { YamlSource } from "../problems/yaml-source";
import { digestOfText } from "../versions/digest";
import type { ComponentFile } from "./load-project";

const platforms = { linux: "Linux", windows: "Windows", macos: "macOS" } as const;

/** The platform that a document's first folder stands for. */
export function platformOfFolder(document: string): "Linux" | "Windows" | "macOS" | undefined {
  const folder = document.slice(0, document.indexOf("/"));
  return folder in platforms ? platforms[folder as keyof typeof platforms] : undefined;
}

/** `linux/update-os` → `linux-update-os`: names in AWS hold no slash. */
export function componentName(document: string): string {
  return document.replaceAll("/", "-");
}

/** A checked document as the factory takes it. */
export function componentSource({ document, file, text }: ComponentFile): ComponentSource {
  const value = new YamlSource(file, text).value() as { readonly description?: unknown } | undefined;
  const description = typeof value?.description === "string" ? value.description.trim().slice(0, 1024) : "";
  return {
    document,
    name: componentName(document),
    description: description === "" ? undefined : description,
    platform: platformOfFolder(document) ?? "Linux",
    file,
    sha256: digestOfText(text).slice("sha256:".length),
  };
}
