import { environmentText } from "../../definitions/example-texts";
import { describeState } from "../../factory/stack-state";
import { howToRun } from "../../problems/how-to-run";
import type { ProjectRule } from "../project-rule";
import { inS3 } from "./example";
import { amount, stateOfPipeline } from "./state-files";
import { unusedStates } from "./unused-states";

const state = stateOfPipeline("123456789012");

export const stateLeftBehind: ProjectRule = {
  code: "state-left-behind",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A local state contains resources but no stack uses it, while a stack of the same account and region has no state. Terraform would create everything again.",
  source: "Terraform documentation, State: resources that are in no state are not known to Terraform",
  fail: [
    { "environments/dev.yaml": environmentText(), "state/poc.tfstate": `▸${state}` },
    { "environments/dev.yaml": environmentText({ more: inS3("dev") }), "state/dev.tfstate": `▸${state}` },
  ],
  pass: [{ "environments/dev.yaml": environmentText(), "state/dev.tfstate": state }],
  project(context, report) {
    for (const { state: each, name, elsewhere, renamed } of unusedStates(context)) {
      const { file } = each;
      if (elsewhere !== undefined) {
        const message = `it contains ${amount(each)}, but the state of "${name}" is ${describeState(elsewhere.state)}`;
        const fix = `run: mv ${file} ${file}.old && ${howToRun("synth")} && cd cdktf.out/stacks/${name} && terraform init && terraform state push ../../../${file}.old`;
        report({ file }, message, fix);
      } else if (renamed !== undefined) {
        const message = `it contains ${amount(each)} of the account and region of "${renamed.name}", which has no state, and no environment keeps its state here`;
        const fix = `if "${name}" is called "${renamed.name}" now, run: mv ${file} ${renamed.state.file}; if not, move the file out of state/`;
        report({ file }, message, fix);
      }
    }
  },
};
