import { environmentText } from "../../definitions/example-texts";
import { buildsAnything } from "../../factory/resolve-factory";
import { stackName } from "../../factory/stack-name";
import type { ProjectRule } from "../project-rule";
import { both, consumerText, sharing } from "./example";

const another = environmentText({ region: "eu-west-1" });

export const stackNameTaken: ProjectRule = {
  code: "stack-name-taken",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "Two stacks, one that receives images and one that builds them, would have names that are equal or differ only in letter case.",
  source: "docs/reference.md: the stack of a consumer is `<environment>-consumer`",
  fail: [
    { ...both(sharing, consumerText), "environments/team-consumer.yaml": `▸${another}` },
    { ...both(sharing, consumerText), "environments/Team-Consumer.yaml": `▸${another}` },
  ],
  pass: [{ ...both(sharing, consumerText), "environments/team-images.yaml": another }],
  project({ environments, consumers }, report) {
    const byStack = new Map(consumers.map((each) => [stackName(each.name, "consumer").toLowerCase(), each]));
    for (const { name, source, value } of environments) {
      const other = byStack.get(name.toLowerCase());
      if (other === undefined || !buildsAnything(value)) continue;
      const stack = stackName(other.name, "consumer");
      const how = stack === name ? "too" : "which differs only in letter case";
      const message = `what "${other.name}" receives is the stack "${stack}", ${how}`;
      report({ source, path: [] }, message, "rename one of the two environments");
    }
  },
};
