import { compareVersions } from "./version";

/** A part of a version constraint of Terraform, such as `~> 5.100`. Source: Terraform documentation, "Version Constraints". */
export interface Constraint {
  /** The version in the constraint, as major.minor.patch. */
  readonly version: string;
  /** Checks whether a version, given as major.minor.patch, meets the constraint. */
  readonly admits: (candidate: string) => boolean;
}

/** Parses a version constraint. @param text parts with commas between them, all of which have to be met */
export function parseConstraint(text: string): Constraint[] {
  return text.split(",").map(parsePart);
}

/** Checks whether a constraint such as `>= 5.100, < 7` admits a version, given as major.minor.patch. */
export function admits(constraint: string, version: string): boolean {
  return parseConstraint(constraint).every((part) => part.admits(version));
}

function parsePart(text: string): Constraint {
  const [, operator = "=", digits = ""] = /^\s*(=|!=|>=?|<=?|~>)?\s*([\d.]+)\s*$/.exec(text) ?? [];
  const parts = digits.split(".").map(Number);
  const [major = 0, minor = 0, patch = 0] = parts;
  const version = `${major}.${minor}.${patch}`;
  // `~> 5.100` ends before 6.0.0, `~> 5.100.0` before 5.101.0.
  const end = parts.length < 3 ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
  const tests = {
    "=": (order: number) => order === 0,
    "!=": (order: number) => order !== 0,
    ">": (order: number) => order > 0,
    ">=": (order: number) => order >= 0,
    "<": (order: number) => order < 0,
    "<=": (order: number) => order <= 0,
    "~>": (order: number, candidate: string) => order >= 0 && compareVersions(candidate, end) < 0,
  };
  const test = tests[operator as keyof typeof tests];
  return { version, admits: (candidate) => test(compareVersions(candidate, version), candidate) };
}
