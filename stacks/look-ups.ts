import { TerraformOutput, type TerraformStack } from "cdktf";

/** Name of the output with which a review detects that a look-up finds another resource. */
const OUTPUT = "look_ups";

/** Creates an output with the found ids of look-ups, by path in the definitions. Does nothing if there are none. */
export function putOutLookUps(stack: TerraformStack, found: ReadonlyMap<string, string>): void {
  if (found.size === 0) return;
  new TerraformOutput(stack, OUTPUT, {
    description: "Id of what each look-up has found",
    value: Object.fromEntries(found),
  }).overrideLogicalId(OUTPUT);
}
