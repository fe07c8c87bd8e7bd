import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const constrained = (constraint: string) => withSettings(`providerVersion: ${constraint}\n`);

type Version = readonly [major: number, minor: number, patch: number];
const oldest: Version = [5, 100, 0];

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
    const constraints = value.providerVersion.split(",").map(parseConstraint);
    // The result of a constraint can only change at its version or directly after it.
    const candidates = [oldest, ...constraints.flatMap(({ version }) => nextVersions(version))];
    const isMet = candidates.some(
      (candidate) => compare(candidate, oldest) >= 0 && constraints.every((each) => each.admits(candidate)),
    );
    if (isMet) return;
    const message = `"${value.providerVersion}" allows no version of the AWS provider from ${oldest.slice(0, 2).join(".")} on`;
    report(["providerVersion"], message, "write ~> 5.100, or leave it out");
  },
};

interface Constraint {
  readonly version: Version;
  readonly admits: (candidate: Version) => boolean;
}

function parseConstraint(text: string): Constraint {
  const [, operator = "=", digits = ""] = /^\s*(=|!=|>=?|<=?|~>)?\s*([\d.]+)\s*$/.exec(text) ?? [];
  const parts = digits.split(".").map(Number);
  const [major = 0, minor = 0, patch = 0] = parts;
  const version: Version = [major, minor, patch];
  // `~> 5.100` ends before 6.0.0, `~> 5.100.0` before 5.101.0.
  const end: Version = parts.length < 3 ? [major + 1, 0, 0] : [major, minor + 1, 0];
  const tests: Readonly<Record<string, (order: number, candidate: Version) => boolean>> = {
    "=": (order) => order === 0,
    "!=": (order) => order !== 0,
    ">": (order) => order > 0,
    ">=": (order) => order >= 0,
    "<": (order) => order < 0,
    "<=": (order) => order <= 0,
    "~>": (order, candidate) => order >= 0 && compare(candidate, end) < 0,
  };
  return { version, admits: (candidate) => tests[operator]?.(compare(candidate, version), candidate) ?? true };
}

/** Returns a version and the next patch, minor and major versions. */
function nextVersions([major, minor, patch]: Version): Version[] {
  return [
    [major, minor, patch],
    [major, minor, patch + 1],
    [major, minor + 1, 0],
    [major + 1, 0, 0],
  ];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
