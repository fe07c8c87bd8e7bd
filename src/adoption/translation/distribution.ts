import type { z } from "zod";

import { nonEmpty, nonEmptyMap, onlyDefined, withoutUndefined } from "../../collections/non-empty";
import type { containerDistribution, distribution } from "../../definitions/schema/distribution";
import { at, booleanAt, listAt, numberAt, textAt, textsAt, type Value } from "../../review/plan/value";
import { isProvenance } from "../../review/story/consumers";
import { requiredText } from "../state/required";
import { type Tags, tagsAt } from "./tags";

type Target = z.input<typeof distribution>;
type ContainerTarget = z.input<typeof containerDistribution>;

/**
 * Translates the distributions of AMIs.
 *
 * @param known tags that AMIs get from the environment and the image, and that are thus not repeated
 */
export function targetsOf(configuration: Value, known: Tags, account: string): Target[] {
  return listAt(configuration, "distribution").map((each) => {
    const ami = at(each, "ami_distribution_configuration", 0);
    const share = shareOf(at(ami, "launch_permission", 0));
    const copies = textsAt(ami, "target_account_ids");
    const amiTags = Object.fromEntries(
      Object.entries(tagsAt(ami, "ami_tags")).filter(([key, value]) => !isProvenance(key) && known[key] !== value),
    );
    return withoutUndefined({
      region: requiredText(each, "region"),
      name: textAt(ami, "name"),
      description: textAt(ami, "description"),
      tags: nonEmptyMap(amiTags),
      share: nonEmptyMap(share),
      copyTo: copies.length === 0 ? undefined : { accounts: copies },
      kmsKey: textAt(ami, "kms_key_id"),
      ssmParameters: nonEmpty(listAt(each, "ssm_parameter_configuration").map(ssmParameter)),
      launchTemplates: nonEmpty(listAt(each, "launch_template_configuration").map(launchTemplate)),
      fastLaunch: nonEmpty(listAt(each, "fast_launch_configuration").map((settings) => fastLaunch(settings, account))),
      licenses: nonEmpty([...textsAt(each, "license_configuration_arns")]),
      export: exportOf(at(each, "s3_export_configuration", 0)),
    }) as Target;
  });
}

/** Translates the distributions of container images. @param repository the repository of the recipe, which is the default */
export function containerTargetsOf(configuration: Value, repository: string): ContainerTarget[] {
  return listAt(configuration, "distribution").map((each) => {
    const container = at(each, "container_distribution_configuration", 0);
    const name = textAt(container, "target_repository", 0, "repository_name");
    return withoutUndefined({
      region: requiredText(each, "region"),
      repository: name === repository ? undefined : name,
      tags: nonEmpty([...textsAt(container, "container_tags")]),
      description: textAt(container, "description"),
    });
  });
}

function shareOf(permission: Value): NonNullable<Target["share"]> {
  const list = (name: string): string[] | undefined => nonEmpty([...textsAt(permission, name)]);
  return withoutUndefined({
    public: textsAt(permission, "user_groups").includes("all") ? true : undefined,
    accounts: list("user_ids"),
    organizations: list("organization_arns"),
    organizationalUnits: list("organizational_unit_arns"),
  });
}

function ssmParameter(settings: Value) {
  const dataType = textAt(settings, "data_type");
  return withoutUndefined({
    name: requiredText(settings, "parameter_name"),
    account: textAt(settings, "ami_account_id"),
    // The default of the service is "text".
    dataType: dataType === "aws:ec2:image" ? undefined : "text",
  });
}

function launchTemplate(settings: Value) {
  return withoutUndefined({
    id: requiredText(settings, "launch_template_id"),
    account: textAt(settings, "account_id"),
    setDefault: booleanAt(settings, "default") === false ? false : undefined,
  });
}

function fastLaunch(settings: Value, ownAccount: string) {
  const template = at(settings, "launch_template", 0);
  const version = textAt(template, "launch_template_version");
  const account = textAt(settings, "account_id");
  const launches = numberAt(settings, "max_parallel_launches");
  return withoutUndefined({
    account: account === ownAccount ? undefined : account,
    launchTemplate: onlyDefined({
      id: textAt(template, "launch_template_id"),
      name: textAt(template, "launch_template_name"),
      version: version === "$Default" ? undefined : version,
    }),
    maxParallelLaunches: launches === 0 ? undefined : launches,
    snapshots: numberAt(settings, "snapshot_configuration", 0, "target_resource_count"),
  });
}

function exportOf(settings: Value) {
  const bucket = textAt(settings, "s3_bucket");
  if (bucket === undefined) return undefined;
  const role = textAt(settings, "role_name");
  return withoutUndefined({
    bucket,
    prefix: textAt(settings, "s3_prefix"),
    format: textAt(settings, "disk_image_format"),
    role: role === "vmimport" ? undefined : role,
  });
}
