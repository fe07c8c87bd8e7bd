import { compareVersions, lineOf } from "../../versions/version";
import { parseConstraint } from "../../versions/version-constraint";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const constrained = (constraint: string) => withSettings(`providerVersion: ${constraint}\n`);

const oldest = "5.100.0";

export const providerVersion: ProjectRule = {
  code: "provider-version",
  refusedBy: "Terraform",
  summary:
    "The version constraint of the AWS provider allows only versions that do not support the generated resources. Version 5.100 or newer is needed.",
  source: "docs/reference.md: providerVersion; Terraform documentation, version constraints",
  fail: [
    constrained("▸~> 4.67"),
    constrained('▸"< 5.100"'),
    constrained('▸"= 5.99.1"'),
    constrained('▸">= 5, != 5.100.0, < 5.100.1"'),
    constrained("▸~> 5.99.0"),
    constrained('▸"> 6.2, <= 6.2"'),
  ],
  pass: [
    constrained('">= 5.100, < 7"'),
    constrained('"= 5.100"'),
    constrained('"<= 5.100"'),
    constrained("~> 5.0"),
    constrained("~> 5.100.0"),
    constrained('"> 5.100.0, < 5.100.2"'),
    constrained('">= 6, < 6.0.1"'),
    constrained('"> 4"'),
  ],
  eachEnvironment({ value }, report) {
    const constraints = parseConstraint(value.providerVersion);
    // The result of a constraint can only change at its version or directly after it.
    const candidates = [oldest, ...constraints.flatMap(({ version }) => nextVersions(version))];
    const isMet = candidates.some(
      (candidate) => compareVersions(candidate, oldest) >= 0 && constraints.every((each) => each.admits(candidate)),
    );
    if (isMet) return;
    const message = `"${value.providerVersion}" allows no version of the AWS provider from ${lineOf(oldest)} on`;
    report(["providerVersion"], message, "write ~> 5.100, or leave it out");
  },
};

/** Returns a version and the next patch, minor and major versions. */
function nextVersions(version: string): string[] {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return [version, `${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`];
}
