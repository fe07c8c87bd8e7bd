import type { Position } from "../../problems/problem";
import type { YamlSource } from "../../problems/yaml-source";
import { parseLine } from "../../versions/version";
import { type Directive, type DirectiveName, readDirectives } from "./read-directives";

/** The `major.minor` prefix of the versions of a document. */
export interface VersionLine {
  /** Text of the version line, e.g. `2.0`. */
  readonly text: string;
  readonly position: Position;
}

/** Settings from the directives of a document. */
export interface Directives {
  readonly line?: VersionLine;
  readonly supportedOsVersions: readonly string[];
}

/** Maximum number of operating systems. API field CreateComponent.supportedOsVersions: 1 to 25 items. */
export const maxOsVersions = 25;

/** A directive, with what is known about it in a document of one kind. */
export interface DirectiveUse extends Directive {
  /** Names of the directives that are allowed in a document of this kind. */
  readonly allowed: readonly DirectiveName[];
  readonly isAllowed: boolean;
  /** An earlier valid directive of the same name, which takes precedence. */
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

/** Checks whether a directive takes effect: it is valid, allowed, and the first of its name. */
export function counts(directive: DirectiveUse): boolean {
  return isHeard(directive) && directive.first === undefined;
}

/** Returns the settings from the directives that take effect. Omits invalid values. */
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
