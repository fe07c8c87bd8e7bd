import { environmentText } from "../../definitions/example-texts";
import type { ProjectRule } from "../project-rule";
import { amount, stateOfPipeline } from "./state-files";
import { unusedStates } from "./unused-states";

const ofDev = { "environments/dev.yaml": environmentText(), "state/dev.tfstate": stateOfPipeline("123456789012") };

export const stateOrphaned: ProjectRule = {
  code: "state-orphaned",
  severity: "warning",
  summary: "A local state contains resources but no stack uses it, so nothing manages them.",
  source: "docs/reference.md: the state of an environment is `state/<environment>.tfstate`",
  fail: [{ ...ofDev, "state/poc.tfstate": `▸${stateOfPipeline("210987654321")}` }],
  pass: [ofDev],
  project(context, report) {
    for (const { state, name, elsewhere, renamed } of unusedStates(context)) {
      if (elsewhere !== undefined || renamed !== undefined) continue;
      const message = `it contains ${amount(state)}, and no environment keeps its state here`;
      const fix = `bring environments/${name}.yaml back to manage or destroy them, or move the file out of state/`;
      report({ file: state.file }, message, fix);
    }
  },
};
