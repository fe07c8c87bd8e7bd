import type { ProjectRule } from "../project-rule";
import { distributing } from "./example";

export const publicNotAllowed: ProjectRule = {
  code: "public-not-allowed",
  refusedBy: "project",
  summary: "An AMI is public, but the environment does not allow public AMIs.",
  source: "docs/reference.md: allowPublicImages",
  fail: [distributing(["share:", "  public: ▸true"])],
  pass: [distributing(["share:", "  public: true"], { more: "allowPublicImages: true\n" })],
  eachTarget({ image, target, path, environment }, report) {
    if (target.share.public !== true || environment.value.allowPublicImages) return;
    const message = `"${image}" is public, but "allowPublicImages" is false`;
    report([...path, "share", "public"], message, "remove it, or write allowPublicImages: true");
  },
};
