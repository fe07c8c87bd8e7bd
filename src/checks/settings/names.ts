import { arnName, resourceNameFault, resourceNameShape } from "../../aws/resource-name";
import { exampleProject } from "../../definitions/rules";
import { buildsAnything } from "../../factory/resolve-factory";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { problemAt } from "../problem-at";
import { type NamedThing, namedThings } from "./named-things";

const { environment, image } = exampleProject;
const ofEnvironment = (text: string) => ({ "images/web.yaml": image, "environments/dev.yaml": text });
const two = (names: string) =>
  ofEnvironment(
    `${environment}    names: { recipe: golden }\n  web:\n    schedule: manual\n    names: { recipe: ${names} }\n`,
  );

export const nameTaken: Rule = {
  code: "name-taken",
  severity: "error",
  summary:
    "Two things of one kind have the same name in AWS, where letter case does not count and spaces and underscores are hyphens.",
  source: "Image Builder API Reference, ResourceAlreadyExistsException; IAM API field CreateRole.RoleName",
  fail: [two("▸Golden")],
  pass: [two("golden-web")],
};

export const nameTooLong: Rule = {
  code: "name-too-long",
  severity: "error",
  summary: "A name in AWS is too long with the prefix of its environment.",
  source: "API type ResourceName: at most 126 characters in the AWS provider",
  fail: [
    {
      [`images/${"a".repeat(120)}.yaml`]: image,
      ...ofEnvironment(`namePrefix: ▸golden-\n${environment}  ${"a".repeat(120)}:\n    schedule: manual\n`),
    },
  ],
  pass: [ofEnvironment(`namePrefix: golden-\n${environment}`)],
};

export const nameRules: readonly Rule[] = [nameTaken, nameTooLong];

/** Checks that no two things have one name in AWS, of whichever environments they are. */
export function checkNames(project: Project): Problem[] {
  const byName = new Map<string, NamedThing[]>();
  const tooLong = [...project.environments.values()].flatMap((definition) => {
    const { value } = definition;
    if (value === undefined || !buildsAnything(value)) return [];
    const things = namedThings(definition, value, project);
    for (const thing of things) {
      const key = `${thing.scope} ${arnName(thing.name)}`;
      byName.set(key, [...(byName.get(key) ?? []), thing]);
    }
    return value.namePrefix === undefined ? [] : things.flatMap(checkLength);
  });
  return [...tooLong, ...[...byName.values()].flatMap(checkTaken)];
}

/** At a name that is written. Where none is, other rules say it already, unless two prefixes do it. */
function checkTaken([first, ...others]: readonly NamedThing[]): Problem[] {
  if (first === undefined) return [];
  return others.flatMap((second) => {
    const [at, other] = !isBlamed(second) && isBlamed(first) ? [first, second] : [second, first];
    if (!at.isWritten && at.prefix === other.prefix) return [];
    const where = other.source === at.source ? "" : ` of ${other.source.file}`;
    const message = `"${at.name}" is the name of ${other.what}${where}, too`;
    const [path, fix] = at.isWritten
      ? [at.path, "write another name"]
      : [["namePrefix"], "write another prefix, or a name of its own"];
    return [problemAt(nameTaken, at.source, path, message, fix)];
  });
}

function isBlamed({ isWritten, prefix }: NamedThing): boolean {
  return isWritten || prefix !== "";
}

/** What is written out has been measured by its schema. */
function checkLength({ source, what, name, isWritten }: NamedThing): Problem[] {
  const fault = isWritten ? undefined : resourceNameFault(name);
  if (fault === undefined) return [];
  const message = `"${name}", the name of ${what}, ${fault}`;
  return [problemAt(nameTooLong, source, ["namePrefix"], message, `write a shorter one: ${resourceNameShape}`)];
}
