import { environmentText } from "../../definitions/example-texts";
import type { ProjectRule } from "../project-rule";
import { elsewhere, inS3 } from "./example";
import { isConsumersKey, sharedStates } from "./shared-states";
import { statePath } from "./state-path";

const two = (key: string) => ({
  "environments/dev.yaml": environmentText({ more: inS3("dev") }),
  "environments/test.yaml": elsewhere(key),
});

export const stateShared: ProjectRule = {
  code: "state-shared",
  refusedBy: "project",
  summary: "Two stacks use the same state. Each would destroy the resources of the other.",
  source: "Terraform documentation, backend type s3: one key for each state",
  fail: [two("▸dev")],
  pass: [two("test")],
  project(context, report) {
    for (const shared of sharedStates(context)) {
      const { stack, first, place } = shared;
      const { environment: name, definition } = stack;
      const source = context.project.environments.get(name)?.source;
      if (source === undefined || isConsumersKey(shared)) continue;
      const at = { source, path: statePath(definition.state) };
      if (first.environment === name) {
        const message = `what "${name}" builds and what it receives keep their states in "${place}"`;
        report(at, message, "write {stack} in it, which stands for the stack's name");
      } else {
        const message = `environment "${first.environment}" also keeps its state in "${place}"`;
        report(at, message, `write one of its own, e.g. with ${name} in it`);
      }
    }
  },
};
