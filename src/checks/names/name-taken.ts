import { arnName } from "../../aws/resource-name";
import { repeats } from "../../collections/repeats";
import { imageText } from "../../definitions/example-texts";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { type NamedThing, namedThings } from "./named-things";

const two = (recipe: string) => ({
  "images/web.yaml": imageText(),
  ...withEnvironment({
    images: { base: "    names: { recipe: golden }\n", web: `    names: { recipe: ${recipe} }\n` },
  }),
});

export const nameTaken: ProjectRule = {
  code: "name-taken",
  refusedBy: "AWS",
  summary:
    "Two resources of one kind have the same name in AWS, which ignores letter case and turns spaces and underscores into hyphens.",
  source: "Image Builder API Reference, ResourceAlreadyExistsException; IAM API field CreateRole.RoleName",
  fail: [two("▸Golden")],
  pass: [two("golden-web")],
  project(context, report) {
    const things = context.environments.flatMap((environment) => namedThings(environment, context));
    for (const { item, first } of repeats(things, ({ scope, name }) => `${scope} ${arnName(name)}`)) {
      const [at, other] = !isBlamed(item) && isBlamed(first) ? [first, item] : [item, first];
      // Default names are equal only if other rules report it, or if two prefixes cause it.
      if (!at.isWritten && at.prefix === other.prefix) continue;
      const where = other.source === at.source ? "" : ` of ${other.source.file}`;
      const message = `"${at.name}" is also the name of ${other.what}${where}`;
      const { source } = at;
      if (at.isWritten) report({ source, path: at.path }, message, "write another name");
      else report({ source, path: ["namePrefix"] }, message, "write another prefix, or give it another name");
    }
  },
};

function isBlamed({ isWritten, prefix }: NamedThing): boolean {
  return isWritten || prefix !== "";
}
