import { maxAmiDescription } from "../../../src/aws/ami-name";
import { Refusal } from "../../refusal";
import { type Fields, text } from "../fields";
import type { Build } from "./build";
import type { AmiDescription } from "./world";

/**
 * Returns name, description and tags of an AMI, from the distribution of its region.
 *
 * EC2 accepts up to 255 ASCII characters as a description; the messages are the sandbox's own. Source: pull requests 1546 of
 * metadist/synaplan and 56 of wendylabsinc/WendyOS-Builder; EC2's service model.
 *
 * @throws Refusal if EC2 would not accept the description
 */
export function amiDescription(build: Build, region: string): AmiDescription {
  const { recipe, distributions } = build;
  const distribution = distributions.find((each) => each.region === region);
  const { name, description, amiTags } = (distribution?.amiDistributionConfiguration ?? {}) as Fields;
  if (typeof description === "string" && /[^\n\r\t -~]/.test(description))
    throw new Refusal("InvalidParameterValue", "The description of an image takes ASCII characters alone.");
  if (typeof description === "string" && description.length > maxAmiDescription)
    throw new Refusal("InvalidParameterValue", `The description of an image takes ${maxAmiDescription} characters.`);
  return {
    name: amiName(typeof name === "string" ? name : `${recipe.name} {{ imagebuilder:buildDate }}`, build),
    ...(typeof description === "string" ? { description } : {}),
    tags: {
      ...((recipe.amiTags ?? {}) as Record<string, string>),
      ...((amiTags ?? {}) as Record<string, string>),
      CreatedBy: "EC2 Image Builder",
      Ec2ImageBuilderArn: build.arn,
    },
  };
}

/** Returns the name of an AMI from its template. The service writes a date as 2026-01-05T10-00-00.000Z. */
function amiName(template: string, build: Build): string {
  return template
    .replace(/\{\{\s*imagebuilder:buildDate\s*\}\}/g, text(build.image, "dateCreated").replaceAll(":", "-"))
    .replace(/\{\{\s*imagebuilder:buildVersion\s*\}\}/g, build.versionAndNumber);
}
