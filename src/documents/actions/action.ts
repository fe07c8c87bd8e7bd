import type { Platform } from "../component-document";
import type { Fields } from "../reading/fields";

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
  /** Those of `fields` of which exactly one has to be given. */
  readonly exactlyOne?: readonly string[];
}

/** The same under its name. Default: it runs on every platform, and has no outputs. */
export type ActionModule = Omit<Action, "name" | "platforms" | "outputs"> &
  Partial<Pick<Action, "platforms" | "outputs">>;

export const linuxAndMac: readonly Platform[] = ["Linux", "macOS"];
export const linuxAndWindows: readonly Platform[] = ["Linux", "Windows"];
export const windowsOnly: readonly Platform[] = ["Windows"];
