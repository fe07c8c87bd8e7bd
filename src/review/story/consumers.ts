import { documentName } from "../../factory/names";
import { isEmpty, listAt, membersAt, textAt, textsAt, type Value } from "../plan/value";

/** The consumers of a distribution configuration in one region. */
export interface Consumers {
  readonly region: string;
  /** Who may launch the AMI: account IDs, ARNs of organizations and organizational units, or `everybody`. */
  readonly launch: readonly string[];
  /** IDs of the accounts that get their own copy. */
  readonly copies: readonly string[];
  readonly kmsKey?: string;
  readonly parameters: readonly string[];
  readonly launchTemplates: readonly string[];
  /** ECR repository that a container goes to. */
  readonly repository?: string;
  /** Whether disk images are also exported to S3. */
  readonly exports: boolean;
}

/** Returns the consumers in an `aws_imagebuilder_distribution_configuration`, by region. */
export function consumersOf(configuration: Value): readonly Consumers[] {
  return listAt(configuration, "distribution")
    .filter((each) => !isEmpty(each))
    .map((distribution) => {
      const ami = listAt(distribution, "ami_distribution_configuration")[0] ?? null;
      const container = listAt(distribution, "container_distribution_configuration")[0] ?? null;
      return {
        region: textAt(distribution, "region") ?? "?",
        launch: listAt(ami, "launch_permission").flatMap(launchersIn),
        copies: textsAt(ami, "target_account_ids"),
        kmsKey: textAt(ami, "kms_key_id"),
        parameters: listAt(distribution, "ssm_parameter_configuration").flatMap(
          (each) => textAt(each, "parameter_name") ?? [],
        ),
        launchTemplates: listAt(distribution, "launch_template_configuration").flatMap(
          (each) => textAt(each, "launch_template_id") ?? [],
        ),
        repository: listAt(container, "target_repository").flatMap((each) => textAt(each, "repository_name") ?? [])[0],
        exports: listAt(distribution, "s3_export_configuration").length > 0,
      };
    })
    .sort((a, b) => (a.region < b.region ? -1 : 1));
}

function launchersIn(permission: Value): string[] {
  return [
    ...(textsAt(permission, "user_groups").includes("all") ? ["everybody"] : []),
    ...textsAt(permission, "user_ids"),
    ...textsAt(permission, "organization_arns"),
    ...textsAt(permission, "organizational_unit_arns"),
  ];
}

/** Checks whether a tag records from what an AMI was made. Such tags follow from the version and are not reported as changes. */
export function isProvenance(tag: string): boolean {
  return /^golden-image(-version|-components(-\d+)?|-commit)?$/.test(tag);
}

/**
 * Returns the names of components in the project (`linux/web-server`) by their names in AWS (`linux-web-server`), read from the provenance
 * tags.
 */
export function documentNames(configurations: readonly Value[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const configuration of configurations)
    for (const distribution of listAt(configuration, "distribution"))
      for (const ami of listAt(distribution, "ami_distribution_configuration"))
        for (const [tag, value] of membersAt(ami, "ami_tags")) {
          if (!tag.startsWith("golden-image-components") || typeof value !== "string") continue;
          for (const part of value.split(", ")) {
            const document = /^(\S+) \S+$/.exec(part)?.[1];
            if (document !== undefined) names.set(documentName(document), document);
          }
        }
  return names;
}
