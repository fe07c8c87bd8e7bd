import { environmentText } from "../../definitions/example-texts";
import type { Stack } from "../../project/stacks";
import type { StateFile } from "../../project/state-files";
import type { ProjectRule } from "../project-rule";
import { amount, filledStates, stateOfPipeline } from "./state-files";

const state = stateOfPipeline("123456789012");
const inFile = (file: string, marker = "") => ({
  "environments/dev.yaml": environmentText(),
  [file]: `${marker}${state}`,
});

export const stateInBuildOutput: ProjectRule = {
  code: "state-in-build-output",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A state is in the build output, where earlier versions of this project kept it. The CDKTF CLI deletes the folder of every stack that no longer exists.",
  source: "cdktf-cli 0.21: each command that synthesises removes the folders of other stacks",
  fail: [
    inFile("cdktf.out/stacks/dev/terraform.tfstate", "▸"),
    inFile("cdktf.out/stacks/dev/errored.tfstate", "▸"),
    inFile("cdktf.out/stacks/dev/terraform.tfstate.d/blue/terraform.tfstate", "▸"),
  ],
  pass: [inFile("state/dev.tfstate")],
  project(context, report) {
    const states = filledStates(context);
    const taken = new Set(states.filter(({ stack }) => stack === undefined).map(({ file }) => file));
    for (const each of states) {
      if (each.stack === undefined) continue;
      const message = `it contains ${amount(each)} and is in the build output, which any command of the CDKTF CLI may remove`;
      report({ file: each.file }, message, fixOf(each, each.stack, context.stacks, taken));
    }
  },
};

/**
 * Returns the fix for a state in the build output.
 *
 * @param taken files of existing states; the target of this fix is added
 */
function fixOf({ file }: StateFile, name: string, stacks: readonly Stack[], taken: Set<string>): string {
  const [folder, inFolder] = split(file, `/stacks/${name}/`);
  const stackFolder = `${folder}/stacks/${name}`;
  const target = targetOf(name, inFolder, stacks);
  const isTaken = taken.has(target);
  taken.add(target);
  if (inFolder === "errored.tfstate")
    return `Terraform could not save it where it belongs; run: cd ${stackFolder} && terraform state push errored.tfstate && rm errored.tfstate`;
  return isTaken
    ? `${target} also contains resources; compare both with "terraform state list -state=FILE", and move the one that is out of date out of ${folder}/ and state/`
    : `run: mkdir -p ${parentOf(target)} && mv ${file} ${target} && rm -f ${stackFolder}/.terraform/terraform.tfstate`;
}

/** Returns the file for the state of a stack, also if the stack stores its state elsewhere or no longer exists. */
function targetOf(name: string, inFolder: string, stacks: readonly Stack[]): string {
  const stack = stacks.find((each) => each.name === name);
  const file = stack !== undefined && "file" in stack.state ? stack.state.file : `state/${name}.tfstate`;
  const [, workspace] = /^terraform\.tfstate\.d\/(.+)$/.exec(inFolder) ?? [];
  return workspace === undefined ? file : `${file}.d/${workspace}`;
}

function parentOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/"));
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return [text.slice(0, index), text.slice(index + at.length)];
}
