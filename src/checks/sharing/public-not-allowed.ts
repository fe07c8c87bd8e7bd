import type { ProjectRule } from "../project-rule";
import { distributing } from "./example";

export const publicNotAllowed: ProjectRule = {
  code: "public-not-allowed",
  refusedBy: "project",
  summary: "An AMI is public, but the environment does not allow public AMIs.",
  source: "docs/reference.md: allowPublicImages",
  fail: [distributing(["share:", "  public: ▸true"])],
  pass: [distributing(["share:", "  public: true"], { more: "allowPublicImages: true\n" })],
  eachEnvironment({ value, targets }, report) {
    for (const { image, target, path } of targets)
      if (target.share.public === true && !value.allowPublicImages)
        report(
          [...path, "share", "public"],
          `"${image}" is public, but "allowPublicImages" is false`,
          "remove it, or write allowPublicImages: true",
        );
  },
};
