import { resourceNameFault, resourceNameShape } from "../../aws/resource-name";
import { imageText } from "../../definitions/example-texts";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { namedThings } from "./named-things";

const prefixed = (prefix: string, length: number) => ({
  [`images/${"a".repeat(length)}.yaml`]: imageText(),
  ...withEnvironment({
    before: `namePrefix: ${prefix}\n`,
    images: { base: "", ["a".repeat(length)]: "    distribute: [{ region: us-east-1, name: golden }]\n" },
  }),
});

/** Returns an environment whose image uses a shared distribution with a long name. */
const sharing = (prefix: string, more: string) =>
  withEnvironment({
    before: `namePrefix: ${prefix}\n`,
    images: { base: `    distribute: ${"d".repeat(120)}\n` },
    more: `distributions:\n  ${"d".repeat(120)}: { ${more}distribute: [{ region: us-east-1 }] }\n`,
  });

export const nameTooLong: ProjectRule = {
  code: "name-too-long",
  refusedBy: "Terraform",
  summary: "A name in AWS is too long with the prefix of its environment.",
  source: "API type ResourceName: at most 126 characters in the AWS provider",
  fail: [
    {
      [`images/${"a".repeat(120)}.yaml`]: imageText(),
      ...withEnvironment({ before: "namePrefix: ▸golden-\n", images: { base: "", ["a".repeat(120)]: "" } }),
    },
    prefixed("▸golden-", 120),
    sharing("▸golden-", ""),
  ],
  pass: [
    withEnvironment({ before: "namePrefix: golden-\n" }),
    prefixed("golden-", 119),
    sharing("golden-", "name: all, "),
  ],
  eachEnvironment(environment, report, context) {
    if (environment.value.namePrefix === undefined) return;
    for (const { what, name, isWritten } of namedThings(environment, context)) {
      // The schema already checks the length of written names.
      const fault = isWritten ? undefined : resourceNameFault(name);
      if (fault === undefined) continue;
      const message = `"${name}", the name of ${what}, ${fault}`;
      report(["namePrefix"], message, `write a shorter one: ${resourceNameShape}`);
    }
  },
};
