import type { Platform } from "../component-document";
import type { Fields } from "../reading/fields";
import type { Report } from "../reading/report";
import type { MapNode } from "../../problems/yaml-tree";

/** One map of a step's inputs, as a special rule sees it. */
export interface ActionInput {
  readonly map: MapNode;
  /** For messages, e.g. `input 2 of step "Download"`. */
  readonly name: string;
  /** What the component can run on. */
  readonly platforms: readonly Platform[];
}

/**
 * What AWSTOE documents of one action module.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
 */
export interface Action {
  readonly name: string;
  readonly platforms: readonly Platform[];
  /** `list`: a list of maps with these fields. `condition`: one comparison or logical expression. */
  readonly inputs: "map" | "optional map" | "list" | "condition";
  readonly fields: Fields;
  /** Those of `fields` that the module refuses on Windows. */
  readonly notOnWindows?: readonly string[];
  /** What `{{ phase.step.outputs.… }}` can name. */
  readonly outputs: readonly string[];
  /** Rules that no single field can tell; `map` may break the declared ones, too. */
  readonly check?: (input: ActionInput, report: Report) => void;
}

export const linuxAndMac: readonly Platform[] = ["Linux", "macOS"];
export const linuxAndWindows: readonly Platform[] = ["Linux", "Windows"];
export const windowsOnly: readonly Platform[] = ["Windows"];
