import type { Platform } from "../../aws/platform";
import type { Fields } from "../reading/fields";

/**
 * Properties of one AWSTOE action module, as AWS documents them.
 * Source: https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
 */
export interface Action {
  readonly name: string;
  readonly platforms: readonly Platform[];
  /** Shape of `inputs` in a step. `list`: a list of maps with these fields. `condition`: one comparison or logical expression. */
  readonly inputs: "map" | "optional map" | "list" | "condition";
  readonly fields: Fields;
  /** Names of the `fields` that the module does not accept on Windows. */
  readonly notOnWindows?: readonly string[];
  /** Names of the outputs that `{{ phase.step.outputs.… }}` can refer to. */
  readonly outputs: readonly string[];
  /** Names of the `fields` of which a step must give exactly one. */
  readonly exactlyOne?: readonly string[];
}

/** An action module without its name. Default: it supports every platform and has no outputs. */
export type ActionModule = Omit<Action, "name" | "platforms" | "outputs"> &
  Partial<Pick<Action, "platforms" | "outputs">>;

export const linuxAndMac: readonly Platform[] = ["Linux", "macOS"];
export const linuxAndWindows: readonly Platform[] = ["Linux", "Windows"];
export const windowsOnly: readonly Platform[] = ["Windows"];
