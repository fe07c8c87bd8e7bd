import { isRun } from "../../documents/scripts/user-data";
import type { ProjectRule } from "../project-rule";
import { firstLineOf, userDataOf, withUserData } from "./user-data";

const cleanUp = "touch /tmp/perform_cleanup";

export const userDataFormat: ProjectRule = {
  code: "user-data-format",
  severity: "warning",
  summary:
    "User data does not start like anything that the instance runs. cloud-init (Linux) and EC2Launch (Windows) ignore it, and the SSM agent is not installed either.",
  source:
    "cloud-init documentation, user data formats; EC2 User Guide, how EC2 handles user data for Windows instances",
  fail: [withUserData("▸dnf install -y amazon-ssm-agent", cleanUp)],
  pass: [withUserData("#!/bin/bash", "dnf install -y amazon-ssm-agent", cleanUp)],
  eachRecipe(recipe, report) {
    const { source, base } = recipe;
    const node = userDataOf(recipe);
    if (node === undefined || base === undefined || isRun(node.value, base.platform)) return;
    const fix =
      base.platform === "Windows"
        ? "put it between <powershell> and </powershell>"
        : 'start with "#!/bin/bash", or "#cloud-config"';
    const place = { file: source.file, range: firstLineOf(node, recipe) };
    report(place, "nothing on the instance runs this user data", fix);
  },
};
