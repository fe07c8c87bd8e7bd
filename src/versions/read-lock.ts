import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";

import { howToRun } from "../problems/how-to-run";
import type { Problem, Range } from "../problems/problem";
import { problemOf } from "../problems/rule";
import { describeSubject, type VersionedKind } from "./change";
import { isDigest } from "./digest";
import { CONTESTED, type Current, type Entries, type Entry, highestOf, integrityOf, kinds, sections } from "./entry";
import { type EnvironmentEntries, environmentSection } from "./environment-entry";
import { checkMembers, membersOf, type Report } from "./lock-members";
import { rangesOf } from "./lock-places";
import { readEnvironments } from "./read-environments";
import { RESTORE } from "./restore";
import { lockConflict } from "./rules/lock-conflict";
import { lockCurrent } from "./rules/lock-current";
import { lockDigest } from "./rules/lock-digest";
import { lockFormat } from "./rules/lock-format";
import { lockIntegrity } from "./rules/lock-integrity";
import { lockOrder } from "./rules/lock-order";
import { lockSyntax } from "./rules/lock-syntax";
import { compareVersions, parseVersion } from "./version";

const LOCK_VERSION = 1;

export interface LockContent {
  readonly entries: Entries;
  readonly environments: EnvironmentEntries;
  /** True if an earlier release wrote parts of the lock with former terms. */
  readonly inFormerWords: boolean;
}

/** Reads a lock file. Entries with problems are left out, because versions must never be guessed. */
export function readLock(file: string, text: string): LockContent & { problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const rangeOf = rangesOf(text);
  const report: Report = (rule, { offset, length }, message, fix = RESTORE) => {
    const range: Range = rangeOf(offset, length);
    problems.push(problemOf(rule, file, range, message, fix));
  };
  // A space instead of the BOM keeps the columns.
  const root = parse(text.replace(/^\uFEFF/, " "), report);
  const content = root === undefined ? emptyLock : readRoot(root, report);
  return { ...content, problems };
}

function parse(text: string, report: Report): Node | undefined {
  const marker = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$/m.exec(text);
  if (marker !== null) {
    report(
      lockConflict,
      { offset: marker.index, length: marker[0].trimEnd().length },
      "two branches have changed the same entry, and git has left its conflict markers",
      `run "${howToRun("lock --merge")}", which keeps every version that either branch has given`,
    );
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error !== undefined) {
    report(lockSyntax, error, `not well-formed JSON: ${wordsOf(printParseErrorCode(error.error))}`);
    return undefined;
  }
  return root;
}

export const emptyLock: LockContent = { entries: new Map(), environments: new Map(), inFormerWords: false };

function readRoot(root: Node, report: Report): LockContent {
  const members = membersOf(root, report);
  const lockVersion = members.get("lockVersion");
  if (lockVersion?.value !== LOCK_VERSION) {
    const got = lockVersion === undefined ? "is missing" : `is "${String(lockVersion.value)}"`;
    report(
      lockFormat,
      lockVersion ?? root,
      `"lockVersion" ${got}; this release reads ${LOCK_VERSION}`,
      lockVersion === undefined ? RESTORE : "use the release of this project that wrote the file",
    );
    return emptyLock;
  }
  checkMembers(members, ["lockVersion", ...Object.values(sections), environmentSection], report);
  return {
    entries: new Map(kinds.map((kind) => [kind, readSection(kind, members.get(sections[kind]), report)])),
    ...readEnvironments(members.get(environmentSection), report),
  };
}

function readSection(kind: VersionedKind, section: Node | undefined, report: Report): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  if (section === undefined) return entries;
  for (const [name, node] of membersOf(section, report)) {
    const entry = readEntry(kind, name, node, report);
    if (entry !== undefined) entries.set(name, entry);
  }
  return entries;
}

/** Reads an entry. Stops after the first kind of problem, because following problems would only hide it. */
function readEntry(kind: VersionedKind, name: string, node: Node, report: Report): Entry | undefined {
  const found: unknown[] = [];
  const noting: Report = (...problem) => {
    found.push(problem);
    report(...problem);
  };
  const members = membersOf(node, noting);
  checkMembers(members, ["current", "integrity", "versions"], noting);
  const versions = readVersions(members.get("versions") ?? node, noting);
  if (found.length > 0) return undefined;
  const entry = { versions, current: readCurrent(members.get("current"), versions, noting) };
  if (found.length > 0) return undefined;
  const integrity = members.get("integrity");
  if (integrity?.value !== integrityOf(kind, name, entry)) {
    const message = `${describeSubject(kind, name)} was changed by something other than "${howToRun("lock")}": its integrity does not fit`;
    noting(lockIntegrity, integrity ?? node, message);
    return undefined;
  }
  return entry;
}

function readVersions(node: Node, report: Report): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  let previous: string | undefined;
  for (const [version, digest] of membersOf(node, report)) {
    if (parseVersion(version) === undefined) {
      report(
        lockOrder,
        digest.parent ?? digest,
        `"${version}" is not a version major.minor.patch of numbers up to 2^30-1`,
      );
      continue;
    }
    if (previous !== undefined && compareVersions(version, previous) <= 0)
      report(
        lockOrder,
        digest.parent ?? digest,
        `version "${version}" stands after "${previous}", but versions only grow`,
      );
    if (typeof digest.value !== "string" || !(isDigest(digest.value) || digest.value === CONTESTED))
      report(lockDigest, digest, `"${String(digest.value)}" is not a digest: "sha256:" and 64 hexadecimal digits`);
    else versions.set(version, digest.value);
    previous = version;
  }
  return versions;
}

function readCurrent(node: Node | undefined, versions: ReadonlyMap<string, string>, report: Report): Current {
  if (node === undefined) return undefined;
  const known = (version: Node): string => {
    const text = String(version.value);
    if (!versions.has(text)) report(lockCurrent, version, `"${text}" is not one of the versions below`);
    return text;
  };
  if (node.type === "object")
    return new Map([...membersOf(node, report)].map(([environment, version]) => [environment, known(version)]));
  const current = known(node);
  const highest = highestOf({ versions, current });
  if (highest !== undefined && versions.has(current) && current !== highest)
    report(lockCurrent, node, `"${current}" is lower than "${highest}", which was given after it`);
  return current;
}

/** Converts an error code to words: `CloseBraceExpected` → `close brace expected`. */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
