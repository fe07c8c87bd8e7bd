import { TerraformOutput, type TerraformStack } from "cdktf";

/** Name of the output by which a review knows that a look-up finds something else. */
const OUTPUT = "look_ups";

/** Puts out what look-ups found, by where the definitions say it; nothing where there are none. */
export function putOutLookUps(stack: TerraformStack, found: ReadonlyMap<string, string>): void {
  if (found.size === 0) return;
  new TerraformOutput(stack, OUTPUT, {
    description: "Id of what each look-up has found",
    value: Object.fromEntries(found),
  }).overrideLogicalId(OUTPUT);
}
