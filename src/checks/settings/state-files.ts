import { exampleProject } from "../../definitions/rules";
import { describeState } from "../../factory/stack-state";
import { fileStart, type Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import type { StateFile } from "../../project/state-files";
import { type Stack, stacksOf } from "../../project/stacks";
import { howToRun } from "../../problems/how-to-run";

const { environment } = exampleProject;
const ofPipeline = (account: string) =>
  `{"version":4,"resources":[{"mode":"managed","instances":[{"attributes":{"arn":"arn:aws:imagebuilder:us-east-1:${account}:image-pipeline/base"}}]}]}\n`;
const here = ofPipeline("123456789012");

export const stateInBuildOutput: Rule = {
  code: "state-in-build-output",
  severity: "error",
  unsilenceable: true,
  summary:
    "A state is in the build output, where earlier versions of this project kept it. The CDKTF CLI deletes the folder of every stack that no longer exists.",
  source: "cdktf-cli 0.21: each command that synthesises removes the folders of other stacks",
  fail: [{ "environments/dev.yaml": environment, "cdktf.out/stacks/dev/terraform.tfstate": `▸${here}` }],
  pass: [{ "environments/dev.yaml": environment, "state/dev.tfstate": here }],
};

export const stateLeftBehind: Rule = {
  code: "state-left-behind",
  severity: "error",
  unsilenceable: true,
  summary:
    "A local state contains resources but no stack uses it, while a stack of the same account and region has no state. Terraform would create everything again.",
  source: "Terraform documentation, State: resources that are in no state are not known to Terraform",
  fail: [{ "environments/dev.yaml": environment, "state/poc.tfstate": `▸${here}` }],
  pass: [{ "environments/dev.yaml": environment, "state/dev.tfstate": here }],
};

export const stateOrphaned: Rule = {
  code: "state-orphaned",
  severity: "warning",
  summary: "A local state contains resources but no stack uses it, so nothing manages them.",
  source: "docs/reference.md: the state of an environment is state/<environment>.tfstate",
  fail: [
    {
      "environments/dev.yaml": environment,
      "state/dev.tfstate": here,
      "state/poc.tfstate": `▸${ofPipeline("210987654321")}`,
    },
  ],
  pass: [{ "environments/dev.yaml": environment, "state/dev.tfstate": here }],
};

export const stateFileRules: readonly Rule[] = [stateInBuildOutput, stateLeftBehind, stateOrphaned];

/** Checks that each local state that holds anything is where its stack looks for it. Nothing is ever moved. */
export function checkStateFiles(project: Project): Problem[] {
  const stacks = stacksOf(project);
  const states = project.states.filter(({ resources }) => resources > 0);
  const taken = new Set(states.filter(({ stack }) => stack === undefined).map(({ file }) => file));
  return states.flatMap((state) =>
    state.stack === undefined
      ? checkKept(state, stacks, taken, project)
      : inBuildOutput(state, state.stack, stacks, taken),
  );
}

function inBuildOutput(state: StateFile, name: string, stacks: readonly Stack[], taken: Set<string>): Problem {
  const { file } = state;
  const [folder, inFolder] = split(file, `/stacks/${name}/`);
  const stackFolder = `${folder}/stacks/${name}`;
  const target = targetOf(name, inFolder, stacks);
  const message = `it holds ${amount(state)} and lies in build output, which any command of the CDKTF CLI may remove`;
  const fix =
    inFolder === "errored.tfstate"
      ? `Terraform could not save it where it belongs; run: cd ${stackFolder} && terraform state push errored.tfstate && rm errored.tfstate`
      : taken.has(target)
        ? `${target} holds resources, too; compare both with "terraform state list -state=FILE", and move the one that is out of date out of ${folder}/ and state/`
        : `run: mkdir -p ${parentOf(target)} && mv ${file} ${target} && rm -f ${stackFolder}/.terraform/terraform.tfstate`;
  taken.add(target);
  return problemOf(stateInBuildOutput, file, fileStart, message, fix);
}

/** Where the state of a stack belongs; where it is kept elsewhere or the stack is gone, there is a place for it as well. */
function targetOf(name: string, inFolder: string, stacks: readonly Stack[]): string {
  const stack = stacks.find((each) => each.name === name);
  const file = stack !== undefined && "file" in stack.state ? stack.state.file : `state/${name}.tfstate`;
  const [, workspace] = /^terraform\.tfstate\.d\/(.+)$/.exec(inFolder) ?? [];
  return workspace === undefined ? file : `${file}.d/${workspace}`;
}

function checkKept(
  state: StateFile,
  stacks: readonly Stack[],
  taken: ReadonlySet<string>,
  { environments }: Project,
): Problem[] {
  const { file, text } = state;
  if (stacks.some((stack) => "file" in stack.state && stack.state.file === file)) return [];
  const name = file.replace(/^state\//, "").replace(/\.tfstate$/, "");
  const owner = environments.get(name) ?? environments.get(name.replace(/-consumer$/, ""));
  // Where the state of an environment is that has errors, nobody knows yet.
  if (owner !== undefined && owner.value === undefined) return [];

  const elsewhere = stacks.find((stack) => stack.name === name);
  if (elsewhere !== undefined) {
    const message = `it holds ${amount(state)}, but the state of "${name}" is ${describeState(elsewhere.state)}`;
    const fix = `run: mv ${file} ${file}.old && ${howToRun("synth")} && cd cdktf.out/stacks/${name} && terraform init && terraform state push ../../../${file}.old`;
    return [problemOf(stateLeftBehind, file, fileStart, message, fix)];
  }
  const renamed = stacks.find(
    ({ state: own, definition: { account, region } }) =>
      "file" in own && !taken.has(own.file) && text.includes(`:${region}:${account}:`),
  );
  if (renamed !== undefined && "file" in renamed.state) {
    const message = `it holds ${amount(state)} of the account and region of "${renamed.name}", which has no state, and no environment keeps its state here`;
    const fix = `if "${name}" is called "${renamed.name}" now, run: mv ${file} ${renamed.state.file}; if not, move the file out of state/`;
    return [problemOf(stateLeftBehind, file, fileStart, message, fix)];
  }
  const message = `it holds ${amount(state)}, and no environment keeps its state here`;
  const fix = `bring environments/${name}.yaml back to manage or destroy them, or move the file out of state/`;
  return [problemOf(stateOrphaned, file, fileStart, message, fix)];
}

function amount({ resources }: StateFile): string {
  return resources === 1 ? "1 resource" : `${resources} resources`;
}

function parentOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/"));
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return [text.slice(0, index), text.slice(index + at.length)];
}
