import { describeState } from "../factory/stack-state";
import type { Project } from "../project/load-project";
import { stacksOf } from "../project/stacks";

/** Describes where Terraform keeps the state of each stack, with advice. Returns an empty text if there is no stack. */
export function describeStates(project: Project): string {
  const stacks = stacksOf(project);
  if (stacks.length === 0) return "";
  const width = Math.max(...stacks.map(({ name }) => name.length));
  const onDisk = stacks.some(({ state }) => "file" in state);
  const inS3 = stacks.some(({ state }) => state.type === "s3");
  return [
    "",
    "Terraform's state:",
    ...stacks.map(
      ({ name, state }) =>
        `  ${name.padEnd(width)}  ${describeState(state)}${"file" in state ? " (only on this disk)" : ""}`,
    ),
    ...(onDisk ? ["A state on one disk is lost with it: back it up, or keep it in S3 (state: { s3: … })."] : []),
    ...(inS3
      ? ["Its bucket needs versioning, encryption and no public access; examples/state-bucket creates one."]
      : []),
    "",
  ].join("\n");
}
