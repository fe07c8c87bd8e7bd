import { compareText, type Problem, type Range } from "../problems/problem";
import { problemOf } from "../problems/rule";
import { type Adoption, adoptionFault } from "./adoption";
import { describeSubject, type LockChange, type VersionedKind } from "./change";
import type { DefinedEnvironment } from "./defined-environment";
import { currentIn, currentOf, emptyEntry, type Entries, type Entry, floorOf, highestOf, kinds } from "./entry";
import type { EnvironmentEntries } from "./environment-entry";
import { lineFault } from "./line-fault";
import { entryPlaces } from "./lock-places";
import { lockText } from "./lock-text";
import { emptyLock, readLock } from "./read-lock";
import { type Remembered, rememberEnvironments } from "./remember-environments";
import { adoptedVersion } from "./rules/adopted-version";
import type { Subject } from "./subject";
import { compareVersions, lineOf, nextVersion, parseLine } from "./version";
import { versionChanges } from "./version-changes";

/** The key of all environments if the content is the same in each. */
export const EVERYWHERE = "*";

/** The default version line of subjects without versions. */
const FIRST_LINE = "1.0";

/** Assigns versions by content. docs/decisions/0004-versions.md has the guarantees and reasons. */
export class Ledger {
  private readonly entries: Map<VersionedKind, Map<string, Entry>>;
  private readonly assigned = new Set<string>();
  private readonly adopted = new Set<Adoption>();
  private readonly found: Problem[] = [];
  private readonly taken: LockChange[] = [];

  private constructor(
    private readonly file: string,
    private readonly text: string,
    entries: Entries,
    private environments: EnvironmentEntries,
    private readonly adoptions: readonly Adoption[],
    /** True if an earlier release wrote parts of the lock with former terms. */
    readonly inFormerWords: boolean,
  ) {
    this.entries = new Map(kinds.map((kind) => [kind, new Map(entries.get(kind))]));
  }

  /**
   * Reads a lock.
   *
   * @param file path of the lock for messages
   * @param text undefined if there is no lock yet
   * @param adoptions versions that already exist in AWS
   */
  static read(
    file: string,
    text: string | undefined,
    adoptions: readonly Adoption[] = [],
  ): { ledger: Ledger; problems: readonly Problem[] } {
    const { entries, environments, inFormerWords, problems } =
      text === undefined ? { ...emptyLock, problems: [] } : readLock(file, text);
    return { ledger: new Ledger(file, text ?? "", entries, environments, adoptions, inFormerWords), problems };
  }

  /** All changes by `assign`, `finish` and `remember`, in order. */
  get changes(): readonly LockChange[] {
    return this.taken;
  }

  /** Problems with version lines, adoptions and refused definitions. */
  get problems(): readonly Problem[] {
    return this.found;
  }

  /**
   * Assigns the version of a subject in each of its environments. An environment keeps its version if the content has not changed. Otherwise, it
   * gets a higher version, which environments with the same content share if possible.
   * If the version line is not valid, adds a problem, and returns a version that is not remembered.
   */
  assign(subject: Subject): ReadonlyMap<string, string> {
    const { kind, name } = subject;
    if (Object.keys(subject.digests).length === 0) return new Map(); // No environment contains it. `finish` records that.
    const before = this.entryOf(kind, name);
    let versions: ReadonlyMap<string, string> = this.adopt(subject, before);
    const given = new Map<string, string>();
    for (const [environment, digest] of Object.entries(subject.digests).sort(([a], [b]) => compareText(a, b))) {
      const adoption = this.adoptionOf(subject, environment);
      if (adoption !== undefined) {
        given.set(environment, adoption.version);
        continue;
      }
      const [own, floor] = [currentIn(before, environment), floorOf(before, environment)];
      const known = reusable(versions, { digest, line: subject.line, own, floor });
      const version = known ?? this.next(subject, versions);
      if (version !== undefined) versions = new Map([...versions, [version, digest]]);
      given.set(environment, version ?? `${subject.line ?? FIRST_LINE}.0`);
    }
    this.assigned.add(keyOf(kind, name));
    this.entries.get(kind)?.set(name, { versions, current: currentOf(versions, given) });
    this.taken.push(...versionChanges(subject, before, given));
    return given;
  }

  /** Returns the adoptions of a subject. */
  adoptionsOf(kind: VersionedKind, name: string): readonly Adoption[] {
    return this.adoptions.filter((adoption) => adoption.kind === kind && adoption.name === name);
  }

  /** Checks whether the lock has any version of the subject. */
  knows(kind: VersionedKind, name: string): boolean {
    return this.entryOf(kind, name).versions.size > 0;
  }

  /** Returns the version in use according to the lock. */
  currentOf(kind: VersionedKind, name: string): Entry["current"] {
    return this.entryOf(kind, name).current;
  }

  /** Adds problems with a definition. Skips duplicates, because each environment finds the same problems. */
  refuse(problems: readonly Problem[]): void {
    for (const problem of problems)
      if (!this.found.some(({ file, message }) => file === problem.file && message === problem.message))
        this.found.push(problem);
  }

  /** Marks all subjects that were not assigned as no longer in use, but keeps their versions. Call this after the last `assign`. */
  finish(): void {
    for (const adoption of this.adoptions) {
      if (this.adopted.has(adoption)) continue;
      const { kind, name, environment } = adoption;
      const where = environment === undefined ? "the project" : `environment "${environment}"`;
      const message = `${where} holds no ${describeSubject(kind, name)} to adopt`;
      this.found.push(
        problemOf(adoptedVersion, this.file, this.placeOf(kind, name), message, "write one that it holds"),
      );
    }
    for (const [kind, entries] of this.entries)
      for (const [name, entry] of entries) {
        if (this.assigned.has(keyOf(kind, name)) || entry.current === undefined) continue;
        entries.set(name, { ...entry, current: undefined });
        this.taken.push({
          kind,
          name,
          environments: [],
          from: highestInUse(entry),
          why: "no longer in use",
        });
      }
  }

  get rememberedEnvironments(): EnvironmentEntries {
    return this.environments;
  }

  /** Remembers the resources of environments that can outlive their definitions. */
  remember(defined: ReadonlyMap<string, DefinedEnvironment>): Remembered {
    const remembered = rememberEnvironments(this.environments, defined);
    this.environments = remembered.environments;
    this.taken.push(...remembered.changes);
    return remembered;
  }

  /** Returns all versions ever assigned, newest first. */
  history(kind: VersionedKind, name: string): readonly string[] {
    return [...this.entryOf(kind, name).versions.keys()].reverse();
  }

  /** Returns the text of the lock file. */
  toText(): string {
    return lockText(this.entries, this.environments);
  }

  /** Returns all versions of a subject, including valid adoptions. */
  private adopt(subject: Subject, before: Entry): ReadonlyMap<string, string> {
    const { kind, name, line } = subject;
    const versions = new Map(before.versions);
    for (const [environment, digest] of Object.entries(subject.digests)) {
      const adoption = this.adoptionOf(subject, environment);
      if (adoption === undefined) continue;
      this.adopted.add(adoption);
      const isKnown = environment === EVERYWHERE || this.environments.has(environment);
      const fault = adoptionFault(adoption, { versions, highest: highestOf(before), digest, line, isKnown });
      if (fault === undefined) versions.set(adoption.version, digest);
      else this.refuse([problemOf(adoptedVersion, this.file, this.placeOf(kind, name), fault.message, fault.fix)]);
    }
    return new Map([...versions].sort(([a], [b]) => compareVersions(a, b)));
  }

  private adoptionOf({ kind, name }: Subject, environment: string): Adoption | undefined {
    const all = this.adoptionsOf(kind, name);
    return (
      all.find((adoption) => adoption.environment === environment) ??
      all.find((adoption) => adoption.environment === undefined)
    );
  }

  private next(subject: Subject, versions: ReadonlyMap<string, string>): string | undefined {
    const { kind, name, at } = subject;
    const highest = highestOf({ versions, current: undefined });
    const line = subject.line ?? (highest === undefined ? FIRST_LINE : lineOf(highest));
    const next = parseLine(line) === undefined ? undefined : nextVersion(line, highest);
    if (next !== undefined) return next;
    const { rule, message, fix } = lineFault(line, `line "${line}" of ${describeSubject(kind, name)}`, highest);
    this.refuse([problemOf(rule, at?.file ?? this.file, at ?? this.placeOf(kind, name), message, fix)]);
    return undefined;
  }

  private entryOf(kind: VersionedKind, name: string): Entry {
    return this.entries.get(kind)?.get(name) ?? emptyEntry;
  }

  private placeOf(kind: VersionedKind, name: string): Range {
    return entryPlaces(this.text)(kind, name);
  }
}

/** Returns an existing version with this content: that of the environment, otherwise the highest one that is not below `floor`. */
function reusable(
  versions: ReadonlyMap<string, string>,
  { digest, line, own, floor }: { digest: string; line?: string; own?: string; floor?: string },
): string | undefined {
  const fits = (version: string): boolean =>
    versions.get(version) === digest && (line === undefined || lineOf(version) === line);
  if (own !== undefined && fits(own)) return own;
  return [...versions.keys()].findLast(
    (version) => fits(version) && (floor === undefined || compareVersions(version, floor) >= 0),
  );
}

function highestInUse({ current }: Entry): string | undefined {
  return typeof current === "object" ? [...current.values()].sort(compareVersions).at(-1) : current;
}

function keyOf(kind: VersionedKind, name: string): string {
  return `${kind} ${name}`;
}
