import { createHash } from "node:crypto";

import type { Place } from "../arn";
import { type Fields, text } from "../call";
import type { Resource } from "../store";

interface Build {
  readonly place: Place;
  readonly now: Date;
  readonly recipe: Resource;
  /** Number of the build, from 1. */
  readonly build: number;
  readonly distribution: Resource | undefined;
}

/** What a build leaves behind: an AMI or a container image in each region of the distribution, or in its own alone. */
export function outputResources({ place, now, recipe, build, distribution }: Build): Fields {
  const distributions = (distribution?.distributions ?? [{ region: place.region }]) as readonly Fields[];
  const tag = `${text(recipe, "version")}-${build}`;
  if (recipe.containerType !== undefined) {
    const containers = distributions.map((each) => {
      const region = text(each, "region");
      const configuration = each.containerDistributionConfiguration as Fields | undefined;
      const { repositoryName } = (configuration?.targetRepository ?? recipe.targetRepository) as Fields;
      const registry = `${place.account}.dkr.ecr.${region}.${place.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"}`;
      return { region, imageUris: [`${registry}/${String(repositoryName)}:${tag}`] };
    });
    return { containers };
  }
  const amis = distributions.map((each) => {
    const region = text(each, "region");
    const { name, description } = (each.amiDistributionConfiguration ?? {}) as Fields;
    return {
      region,
      image: amiId(`${recipe.arn} ${tag} ${region}`),
      name: amiName(typeof name === "string" ? name : `${recipe.name} {{ imagebuilder:buildDate }}`, now, tag),
      description,
      accountId: place.account,
      state: { status: "AVAILABLE" },
    };
  });
  return { amis };
}

/** An id of an AMI's form, the same for the same build and region. */
function amiId(seed: string): string {
  return `ami-${createHash("sha256").update(seed).digest("hex").slice(0, 17)}`;
}

/** The service writes a date as 2026-01-05T10-00-00.000Z. */
function amiName(template: string, now: Date, tag: string): string {
  return template
    .replace(/\{\{\s*imagebuilder:buildDate\s*\}\}/g, now.toISOString().replaceAll(":", "-"))
    .replace(/\{\{\s*imagebuilder:buildVersion\s*\}\}/g, tag);
}
