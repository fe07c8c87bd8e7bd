import type { ReviewRule } from "../../review-rule";

export const versionLineChanged: ReviewRule = {
  code: "version-line-changed",
  summary:
    "The version constraint of a provider, the locked provider, or the minor version of Terraform differs from the last apply: the same configuration may have another effect.",
  source: "https://developer.hashicorp.com/terraform/language/providers/requirements#version-constraints",
  fail: [
    {
      terraform_version: "1.12.0",
      previous: { terraformVersion: "1.11.4" },
    },
  ],
  pass: [
    {
      terraform_version: "1.11.9",
      previous: { terraformVersion: "1.11.4" },
    },
  ],
  find: ({ plan, previous, drifted }) => {
    if (drifted || previous === undefined) return [];
    const { providerVersion, terraformVersion, lockedProvider: locked } = previous;
    const { terraformVersion: now } = plan;
    const line = (version: string): string => version.split(".").slice(0, 2).join(".");
    const constraint = plan.configuration.providers.find(({ name }) => name === "aws")?.versionConstraint;
    return [
      ...(providerVersion !== undefined && constraint !== undefined && constraint !== providerVersion
        ? [{ message: `the AWS provider's constraint changes from "${providerVersion}" to "${constraint}"` }]
        : []),
      ...(terraformVersion !== undefined && now !== undefined && line(terraformVersion) !== line(now)
        ? [{ message: `Terraform changes from ${terraformVersion} to ${now}` }]
        : []),
      ...(locked !== undefined && locked.before !== locked.after
        ? [{ message: `the locked AWS provider changes from ${locked.before} to ${locked.after}` }]
        : []),
    ];
  },
};
