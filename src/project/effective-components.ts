import type { ComponentReference } from "../definitions/schema/components";
import type { Project } from "./load-project";
import { readableContainers, readableImages } from "./readable";

/** A component document that stands for several of the project's. */
export interface MergedDocument {
  /** As a reference names it, e.g. `merged/linux-base-1`. */
  readonly document: string;
  readonly platform: "Linux" | "Windows" | "macOS";
  readonly text: string;
  /** What it was made from, in order. */
  readonly of: readonly string[];
}

/** What recipes hold in place of what the definitions say, where those name more components than a recipe takes. */
export interface EffectiveComponents {
  /** By the name of the image or container; names are unique among both. */
  readonly references: ReadonlyMap<string, readonly ComponentReference[]>;
  readonly merged: readonly MergedDocument[];
}

export function effectiveComponents(project: Project): EffectiveComponents {
  const definitions = [...readableImages(project), ...readableContainers(project)];
  return { references: new Map(definitions.map(([name, { components }]) => [name, components])), merged: [] };
}
