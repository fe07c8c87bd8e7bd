import type { Problem, Range } from "../problems/problem";
import { fileStart } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";
import type { YamlPath, YamlSource } from "../problems/yaml-source";

/** A place in a file of the project: a value or a key of a YAML file, a range of any, or a file as a whole. */
export type Location =
  | { readonly source: YamlSource; readonly path: YamlPath }
  | { readonly source: YamlSource; readonly key: YamlPath }
  | { readonly file: string; readonly range?: Range };

/** The same, or a place in the file that is looked at: the value at a path, or the key that a path ends with. */
export type RelativeLocation = YamlPath | { readonly key: YamlPath; readonly source?: undefined } | Location;

/** Says what a rule found. The message and the fix are lower case and without a full stop, the fix an imperative. */
export type Report<At = Location> = (at: At, message: string, fix: string) => void;

/** The same from a file that is looked at. */
export type LocalReport = Report<RelativeLocation>;

/** Adds what `rule` finds to `problems`; `own` is the file that is looked at. */
export function reportTo(problems: Problem[], rule: Rule, own: YamlSource): LocalReport {
  const report = reportAnywhere(problems, rule);
  return (place, message, fix) => {
    report(
      isPath(place) ? { source: own, path: place } : isOwn(place) ? { ...place, source: own } : place,
      message,
      fix,
    );
  };
}

/** The same where no file is the one that is looked at. */
export function reportAnywhere(problems: Problem[], rule: Rule): Report {
  return (place, message, fix) => {
    const [file, range] = located(place);
    problems.push(problemOf(rule, file, range, message, fix));
  };
}

function located(place: Location): [file: string, range: Range] {
  if ("file" in place) return [place.file, place.range ?? fileStart];
  const { source } = place;
  return [source.file, "path" in place ? source.locate(place.path) : source.locateKey(place.key)];
}

function isPath(place: RelativeLocation): place is YamlPath {
  return Array.isArray(place);
}

function isOwn(place: Exclude<RelativeLocation, YamlPath>): place is { readonly key: YamlPath } {
  return "key" in place && place.source === undefined;
}
