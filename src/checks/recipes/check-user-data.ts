import { exampleProject } from "../../definitions/rules";
import { checkCharacters } from "../../documents/scripts/check-characters";
import { checkScripts } from "../../documents/scripts/check-scripts";
import { Report } from "../../documents/reading/report";
import { isRun, userDataScripts } from "../../documents/scripts/user-data";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { valueOf } from "../../problems/yaml-tree";
import type { Project } from "../../project/load-project";
import { componentUses } from "../context/component-uses";
import { type Recipe, recipesOf } from "../context/recipes";

const withUserData = (...lines: readonly string[]) => ({
  "images/base.yaml": `${exampleProject.image}userData: |\n${lines.map((line) => `  ${line}\n`).join("")}`,
});
const cleanUp = "touch /tmp/perform_cleanup";

export const userDataFormat: Rule = {
  code: "user-data-format",
  severity: "warning",
  summary:
    "User data starts like nothing that the instance would run. cloud-init (Linux) and EC2Launch (Windows) ignore it, and the SSM agent is not installed either.",
  source:
    "cloud-init documentation, user data formats; EC2 User Guide, how EC2 handles user data for Windows instances",
  fail: [withUserData("▸dnf install -y amazon-ssm-agent", cleanUp)],
  pass: [withUserData("#!/bin/bash", "dnf install -y amazon-ssm-agent", cleanUp)],
};

export const userDataCleanUp: Rule = {
  code: "user-data-clean-up",
  severity: "warning",
  summary:
    "User data replaces what makes Image Builder clean up a Linux image, and nothing creates the file perform_cleanup. Logs, SSH host keys and authorized keys of the build stay in the image.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/security-best-practices.html: where user data is overridden, the clean-up runs only if {workingDirectory}/perform_cleanup exists",
  fail: [withUserData("▸#!/bin/bash", "dnf install -y amazon-ssm-agent")],
  pass: [withUserData("#!/bin/bash", "dnf install -y amazon-ssm-agent", cleanUp)],
};

export const userDataRules: readonly Rule[] = [userDataFormat, userDataCleanUp];

/** Checks the user data of images as what it is: a script that nobody has tried. */
export function checkUserData(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => checkOne(recipe, project));
}

function checkOne(recipe: Recipe, project: Project): Problem[] {
  const { source, base } = recipe;
  const node = valueOf(source.tree?.root, "userData");
  if (recipe.kind !== "image" || node?.kind !== "text") return [];
  const report = new Report(source);
  const scripts = userDataScripts(node, source);
  checkScripts(scripts, report);
  checkCharacters(scripts, report);
  const firstLine = node.value.indexOf("\n");
  const start = [0, firstLine < 0 ? node.value.length : firstLine] as const;
  if (base !== undefined && !isRun(node.value, base.platform)) {
    const fix =
      base.platform === "Windows"
        ? "put it between <powershell> and </powershell>"
        : 'start with "#!/bin/bash", or "#cloud-config"';
    report.addWithin(userDataFormat, node, ...start, "nothing on the instance runs this user data", fix);
  }
  if (base?.platform === "Linux" && !isCleanedUp(node.value, recipe, project)) {
    const folder = recipe.definition.workingDirectory ?? "/tmp";
    const message = "with user data of its own, Image Builder cleans up only where perform_cleanup exists";
    report.addWithin(userDataCleanUp, node, ...start, message, `add "touch ${folder}/perform_cleanup"`);
  }
  return report.problems;
}

/** Any script may create the file. */
function isCleanedUp(userData: string, recipe: Recipe, project: Project): boolean {
  const texts = componentUses(recipe, project).map(({ name }) => project.components.get(name)?.text ?? "");
  return [userData, ...texts].some((text) => text.includes("perform_cleanup"));
}
