import { amiNameVariables, buildDate, maxAmiName } from "../../aws/ami-name";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { nearest } from "../../problems/suggest";
import type { YamlSource } from "../../problems/yaml-source";
import { problemAt, problemAtKey } from "../problem-at";

const { environment, image } = exampleProject;
const named = (name: string) => `    distribute:\n      - region: us-east-1\n        name: ${name}\n`;
const ofEnvironment = (text: string) => ({ "environments/dev.yaml": text });

export const amiName: Rule = {
  code: "ami-name",
  severity: "error",
  summary:
    "An AMI name contains characters that EC2 does not accept or a variable that Image Builder does not know, or is too long once the build date is filled in.",
  source:
    "API field AmiDistributionConfiguration.name; EC2 API field CreateImage.Name: letters, digits, spaces and - _ . of those that the provider takes",
  fail: [ofEnvironment(environment + named('▸"base-{{ imagebuilder:buildDte }}"'))],
  pass: [ofEnvironment(environment + named('"base-{{ imagebuilder:buildDate }}"'))],
};

export const amiNameShared: Rule = {
  code: "ami-name-shared",
  severity: "warning",
  summary: "The AMIs of two images have the same name in one region and cannot be told apart by it.",
  source: "EC2 User Guide, find an AMI: by name",
  fail: [
    {
      "images/web.yaml": image,
      ...ofEnvironment(`${environment}${named("golden")}  web:\n    schedule: manual\n${named("▸golden")}`),
    },
  ],
  pass: [
    {
      "images/web.yaml": image,
      ...ofEnvironment(`${environment}${named("golden-base")}  web:\n    schedule: manual\n${named("golden-web")}`),
    },
  ],
};

export const amiNameRules: readonly Rule[] = [amiName, amiNameShared];

/** What is appended to a name without the build date. */
const appended = `-${buildDate}`;

/** Checks the names that an environment gives to AMIs. */
export function checkAmiNames({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  const taken = new Map<string, string>();
  return Object.entries(value.images).flatMap(([owner, { distribute }]) => {
    const ofNames = (distribute ?? []).flatMap(({ name, region }, index) => {
      if (name === undefined) return [];
      const at = ["images", owner, "distribute", index, "name"];
      const problems = faults(name).map(([message, fix]) => problemAt(amiName, source, at, message, fix));
      const place = `${region} ${name}`;
      const other = taken.get(place);
      if (other !== undefined && other !== owner) {
        const message = `AMIs of "${other}" have the name "${name}" in "${region}", too`;
        problems.push(problemAt(amiNameShared, source, at, message, "write another name, or leave it out"));
      }
      taken.set(place, other ?? owner);
      return problems;
    });
    const isDefault = distribute === undefined || distribute.some(({ name }) => name === undefined);
    return isDefault ? [...ofNames, ...checkDefault(source, owner)] : ofNames;
  });
}

/** The name of an image is that of its AMIs where a region gives none. It is a name in AWS, so all that can be wrong is its length. */
function checkDefault(source: YamlSource, owner: string): Problem[] {
  const length = owner.length + appended.length;
  if (length <= maxAmiName) return [];
  const message = `the name of its AMIs has ${length} characters with the build date that is appended, allowed: up to ${maxAmiName}`;
  const fix = `add name below distribute, or rename the image to at most ${maxAmiName - appended.length} characters`;
  return [problemAtKey(amiName, source, ["images", owner], message, fix)];
}

const variablePattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Each with its fix. */
function faults(name: string): [message: string, fix: string][] {
  const found: [string, string][] = [];
  let dated = false;
  for (const [whole, variable = ""] of name.matchAll(variablePattern)) {
    const [, known = "", format] = /^(imagebuilder:[A-Za-z]*)(:[A-Za-z0-9.-]+)?$/.exec(variable) ?? [];
    const isDate = known === "imagebuilder:buildDate";
    dated ||= isDate;
    if (amiNameVariables.includes(known) && (format === undefined || isDate)) continue;
    const near = nearest(variable, amiNameVariables);
    const all = amiNameVariables.map((each) => `{{ ${each} }}`).join(" or ");
    const fix = near === undefined ? `write ${all}` : `did you mean "{{ ${near} }}"?`;
    found.push([`"${whole}" is not an Image Builder variable`, fix]);
  }
  const plain = name.replace(variablePattern, "");
  const odd = /[^-_A-Za-z0-9 .]/.exec(plain);
  if (odd !== null && found.length === 0) {
    const fix = /[{}]/.test(plain)
      ? "write {{ imagebuilder:buildDate }} with two braces on each side"
      : "write letters, digits, spaces and - _ .";
    found.push([`"${name}" holds "${odd[0]}", which EC2 does not take in the name of an AMI`, fix]);
  }
  const length = name.length + (dated ? 0 : appended.length);
  if (length > maxAmiName) {
    const most = maxAmiName - (dated ? 0 : appended.length);
    const how = dated ? "" : ` with the build date that is appended`;
    found.push([
      `the name has ${length} characters${how}, allowed: up to ${maxAmiName}`,
      `write at most ${most} characters`,
    ]);
  }
  return found;
}
