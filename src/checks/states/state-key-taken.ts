import { both, consumerWith, sharing } from "../consumers/example";
import type { ProjectRule } from "../project-rule";
import { elsewhere, inS3 } from "./example";
import { isConsumersKey, sharedStates } from "./shared-states";
import { statePath } from "./state-path";

const withConsumer = (key: string) => ({
  ...both(sharing, consumerWith({ more: inS3("team.tfstate") })),
  "environments/test.yaml": elsewhere(key),
});

export const stateKeyTaken: ProjectRule = {
  code: "state-key-taken",
  refusedBy: "project",
  summary:
    "The state of an environment has the key that another environment uses for its consumer stack. Each would destroy the resources of the other.",
  source: "docs/reference.md: the state of a consumer has the key of its environment with -consumer before its ending",
  fail: [withConsumer("▸team-consumer.tfstate")],
  pass: [withConsumer("test.tfstate")],
  project(context, report) {
    for (const shared of sharedStates(context)) {
      const { stack, first, place } = shared;
      const { environment: name, definition } = stack;
      const source = context.project.environments.get(name)?.source;
      if (source === undefined || !isConsumersKey(shared)) continue;
      const message = `what "${first.environment}" receives also keeps its state in "${place}"`;
      const fix = `write one of its own, e.g. with ${name} in it`;
      report({ source, path: statePath(definition.state) }, message, fix);
    }
  },
};
