import { amiNameVariables, buildDate, maxAmiName } from "../../aws/ami-name";
import { nearest } from "../../problems/suggest";
import { withBuilt, withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const named = (name: string) => withBuilt(`    distribute:\n      - region: us-east-1\n        name: ${name}\n`);
const long = (length: number) => "a".repeat(length);

/** Text that is appended to a name without the build date. */
const appended = `-${buildDate}`;

const defaultName = (length: number, marker = "") => ({
  [`images/${long(length)}.yaml`]: "parent:\n  image: base\ncomponents:\n  - aws: update-linux\n",
  ...withEnvironment({ images: { base: "    alreadyBuilt: true\n", [`${marker}${long(length)}`]: "" } }),
});

export const amiName: ProjectRule = {
  code: "ami-name",
  refusedBy: "AWS",
  summary:
    "An AMI name contains characters that EC2 does not accept or a variable that Image Builder does not know, or is too long once the build date is filled in.",
  source:
    "API field AmiDistributionConfiguration.name; EC2 API field CreateImage.Name: letters, digits, spaces and - _ . of those that the provider takes",
  fail: [
    named('▸"base-{{ imagebuilder:buildDte }}"'),
    named('▸"base-{ imagebuilder:buildDate }"'),
    named('▸"base:2"'),
    named(`▸${long(maxAmiName - appended.length + 1)}`),
    defaultName(maxAmiName - appended.length + 1, "▸"),
  ],
  pass: [
    named('"base-{{ imagebuilder:buildDate }}"'),
    named('"base {{ imagebuilder:buildVersion }}_1.0"'),
    named(long(maxAmiName - appended.length)),
    defaultName(maxAmiName - appended.length),
  ],
  eachEnvironment({ value, targets }, report) {
    for (const { target, path } of targets)
      if (target.name !== undefined)
        for (const [message, fix] of faultsOf(target.name)) report([...path, "name"], message, fix);
    for (const [image, { distribute }] of Object.entries(value.images)) {
      if (typeof distribute === "string") continue;
      // If a distribution has no name, the AMIs have the name of the image. It is already valid as a name, so only its length can be wrong.
      const length = image.length + appended.length;
      if (length <= maxAmiName || distribute?.every(({ name }) => name !== undefined) === true) continue;
      const message = `the name of its AMIs has ${length} characters with the build date that is appended, allowed: up to ${maxAmiName}`;
      const fix = `add name below distribute, or rename the image to at most ${maxAmiName - appended.length} characters`;
      report({ key: ["images", image] }, message, fix);
    }
  },
};

const variablePattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

function faultsOf(name: string): [message: string, fix: string][] {
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
    found.push([`"${name}" contains "${odd[0]}", which EC2 does not accept in the name of an AMI`, fix]);
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
