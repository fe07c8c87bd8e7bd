import { withBuilt, withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const lookingFor = (filters: string, ...more: readonly string[]) =>
  withImage({
    parent: ["ami:", "  owners: [self]", `  filters: ${filters}`, "platform: Linux", "architecture: x86_64", ...more],
  });

const onMac = (filters: string) => ({
  ...withImage({
    parent: ["ami:", "  owners: [self]", `  filters: ${filters}`, "platform: macOS", "architecture: arm64"],
    components: ["aws: update-macos"],
  }),
  ...withBuilt("    build: { instanceTypes: [mac2.metal], placement: { tenancy: host } }\n"),
});

export const lookUpContradiction: ProjectRule = {
  code: "look-up-contradiction",
  refusedBy: "Terraform",
  summary: "A look-up of a parent asks for an AMI that contradicts the definition of the parent, so no AMI can match.",
  source: "EC2 API, DescribeImages: filters architecture and platform",
  fail: [
    lookingFor("{ architecture: ▸arm64 }"),
    lookingFor("{ platform: ▸windows }"),
    onMac("{ architecture: ▸arm64 }"),
  ],
  pass: [
    lookingFor("{ architecture: x86_64 }"),
    lookingFor("{ architecture: [arm64, x86_64] }"),
    lookingFor('{ architecture: "x86*" }'),
    onMac("{ architecture: arm64_mac }"),
  ],
  eachRecipe({ definition: { parent } }, report) {
    if (parent.from !== "ami") return;
    const { architecture, platform, ami } = parent;
    const { architecture: architectures, platform: platforms } = ami.filters;
    const ending = platform === "macOS" ? "_mac" : "";
    if (architecture !== undefined && architectures?.some((each) => fits(each, architecture + ending)) === false)
      report(
        ["parent", "ami", "filters", "architecture"],
        `the filter asks for ${architectures.join(" or ")}, but "parent.architecture" is "${architecture}"`,
        "remove the filter: the architecture of the parent is one already",
      );
    // The platform of an AMI in EC2 is `windows` or missing.
    if (platform !== undefined && platform !== "Windows" && platforms?.every((each) => each === "windows"))
      report(
        ["parent", "ami", "filters", "platform"],
        `the filter asks for Windows, but "parent.platform" is "${platform}"`,
        "remove the filter, or write platform: Windows",
      );
  },
};

function fits(filter: string, wanted: string): boolean {
  return filter === wanted || /[*?]/.test(filter);
}
