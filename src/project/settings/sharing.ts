import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { Distribution } from "../../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";

const shared = (key: string) => ({
  "environments/dev.yaml": `${exampleProject.environment}    distribute:
      - region: us-east-1
        kmsKey: ${key}
        share:
          accounts: ["111122223333"]
`,
});

export const sharedWithAwsKey: Rule = {
  code: "shared-with-aws-key",
  severity: "error",
  summary: "An AMI is shared or copied, but encrypted with AWS's own key of the account, which nobody else can use.",
  source: "EC2 User Guide, sharing an AMI with encrypted snapshots: only a customer managed key can be shared",
  breaks: shared("▸arn:aws:kms:us-east-1:123456789012:alias/aws/ebs"),
  mends: shared("arn:aws:kms:us-east-1:123456789012:alias/images"),
};

export const sharingRules: readonly Rule[] = [sharedWithAwsKey];

/** Where a distribution says that others get the AMI, below the distribution; undefined where nobody does. */
export function sharingPath({ share, copyTo }: Distribution): YamlPath | undefined {
  if (copyTo !== undefined) return ["copyTo"];
  const given = Object.entries(share).find(([, value]) => value === true || value.length > 0);
  return given && ["share", given[0]];
}

/** Checks the keys that a distribution names itself. */
export function checkSharing({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  return Object.entries(value.images).flatMap(([name, { distribute = [] }]) =>
    distribute.flatMap((target, index) => {
      const { kmsKey } = target;
      if (sharingPath(target) === undefined || kmsKey?.endsWith(":alias/aws/ebs") !== true) return [];
      const at = source.locate(["images", name, "distribute", index, "kmsKey"]);
      const message = `"${name}" is shared with the key "${kmsKey}", which nobody outside of its account can use`;
      return [problemOf(sharedWithAwsKey, source.file, at, message, "write a key of your own in that region")];
    }),
  );
}
