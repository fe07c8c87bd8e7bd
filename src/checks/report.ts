import type { Problem, Range } from "../problems/problem";
import { fileStart } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";
import type { YamlPath, YamlSource } from "../problems/yaml-source";

/** A place in a file of the project: a value or key of a YAML file, a range of any file, or a file as a whole. */
export type Location =
  | { readonly source: YamlSource; readonly path: YamlPath }
  | { readonly source: YamlSource; readonly key: YamlPath }
  | { readonly file: string; readonly range?: Range };

/** A location, or a place in the file that is being checked: the value at a path, or the key at the end of a path. */
export type RelativeLocation = YamlPath | { readonly key: YamlPath; readonly source?: undefined } | Location;

/** Reports a problem. Message and fix are in lower case without a full stop; the fix is an imperative. */
export type Report<At = Location> = (at: At, message: string, fix: string) => void;

/** Reports a problem at a location relative to the file that is being checked. */
export type LocalReport = Report<RelativeLocation>;

/** Returns a function that adds problems of `rule` to `problems`. Relative locations are in `own`. */
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

/** Returns a function that adds problems of `rule` to `problems`, for checks that are not about one file. */
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
