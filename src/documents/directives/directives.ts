import type { Position } from "../../problems/problem";
import type { YamlSource } from "../../problems/yaml-source";
import { parseLine } from "../../versions/version";
import { type Directive, type DirectiveName, readDirectives } from "./read-directives";

/** The major.minor line that a document's versions are given on. */
export interface VersionLine {
  /** E.g. `2.0`. */
  readonly text: string;
  readonly position: Position;
}

/** What the directives of a document say. */
export interface Directives {
  readonly line?: VersionLine;
  readonly supportedOsVersions: readonly string[];
}

/** API field CreateComponent.supportedOsVersions: 1 to 25 items. */
export const maxOsVersions = 25;

/** A directive in a document of one kind. */
export interface DirectiveUse extends Directive {
  /** The directives that a document of this kind may have. */
  readonly allowed: readonly DirectiveName[];
  readonly isAllowed: boolean;
  /** The one of the same name above it, which counts. */
  readonly first?: Directive;
}

export function directivesIn(source: YamlSource, allowed: readonly DirectiveName[]): DirectiveUse[] {
  const first = new Map<string, Directive>();
  return readDirectives(source).map((directive) => {
    const use = {
      ...directive,
      allowed,
      isAllowed: (allowed as readonly string[]).includes(directive.name),
      first: first.get(directive.name),
    };
    if (isHeard(use) && use.first === undefined) first.set(directive.name, directive);
    return isHeard(use) ? use : { ...use, first: undefined };
  });
}

function isHeard({ isAllowed, form }: DirectiveUse): boolean {
  return isAllowed && form === "right";
}

/** Whether it is the one of its name that counts. */
export function counts(directive: DirectiveUse): boolean {
  return isHeard(directive) && directive.first === undefined;
}

/** What they say, as far as it is right. */
export function saidBy(directives: readonly DirectiveUse[], source: YamlSource): Directives {
  const counting = new Map(directives.filter(counts).map((directive) => [directive.name, directive]));
  const version = counting.get("version");
  const os = counting.get("supported-os")?.value.split(",") ?? [];
  return {
    line:
      version === undefined || parseLine(version.value) === undefined
        ? undefined
        : { text: version.value, position: source.position(version.valueAt.start) },
    supportedOsVersions: os
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .slice(0, maxOsVersions),
  };
}
