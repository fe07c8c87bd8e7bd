import type { ProjectRule } from "../project-rule";
import { firstLineOf, userDataOf, withUserData } from "./user-data";

const install = ["#!/bin/bash", "dnf install -y amazon-ssm-agent"];

export const userDataCleanUp: ProjectRule = {
  code: "user-data-clean-up",
  severity: "warning",
  summary:
    "User data replaces the script that lets Image Builder clean up a Linux image, and nothing creates the file perform_cleanup. Logs, SSH host keys and authorized keys of the build stay in the image.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/security-best-practices.html: where user data is overridden, the clean-up runs only if {workingDirectory}/perform_cleanup exists",
  fail: [withUserData("▸#!/bin/bash", "dnf install -y amazon-ssm-agent")],
  pass: [withUserData(...install, "touch /tmp/perform_cleanup")],
  eachRecipe(recipe, report, { componentUses }) {
    const { source, base, definition } = recipe;
    const node = userDataOf(recipe);
    if (node === undefined || base?.platform !== "Linux") return;
    // A script in user data or a component may create the file.
    const used = componentUses.get(recipe) ?? [];
    if ([node.value, ...used.map(({ text }) => text)].some((text) => text.includes("perform_cleanup"))) return;
    const message = "with user data of its own, Image Builder cleans up only where perform_cleanup exists";
    const fix = `add "touch ${definition.workingDirectory ?? "/tmp"}/perform_cleanup"`;
    report({ file: source.file, range: firstLineOf(node, recipe) }, message, fix);
  },
};
