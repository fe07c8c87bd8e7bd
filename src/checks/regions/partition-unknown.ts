import { otherPartitionOf, partitions } from "../../aws/regions";
import { listOf } from "../../problems/suggest";
import { withEnvironment, withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import type { LocalReport } from "../report";
import { writtenRegions } from "./written-texts";

export const partitionUnknown: ProjectRule = {
  code: "partition-unknown",
  refusedBy: "project",
  summary:
    "A region is in a partition other than aws, aws-cn and aws-us-gov, such as the AWS European Sovereign Cloud. AWS does not document EC2 Image Builder there, so the generated JSON would be a guess.",
  source: "docs/reference.md, partition; pull request 3144 of aws/aws-sdk-go-v2 has the other partitions",
  fail: [
    withEnvironment({ region: "▸eusc-de-east-1" }),
    withImage({
      parent: [
        "amis: { us-east-1: ami-0123456789abcdef0, ▸us-iso-east-1: ami-0123456789abcdef1 }",
        "platform: Linux",
        "architecture: x86_64",
      ],
    }),
  ],
  pass: [withEnvironment({ region: "eu-central-1" })],
  eachRecipe({ definition }, report) {
    reportUnknown(definition, report);
  },
  eachEnvironment({ value }, report) {
    reportUnknown(value, report);
  },
};

function reportUnknown(definition: object, report: LocalReport): void {
  for (const { at, region } of writtenRegions(definition)) {
    const partition = otherPartitionOf(region);
    if (partition === undefined) continue;
    const message = `"${region}" is in the partition "${partition}", of which this program knows nothing`;
    report(at, message, `write a region of ${listOf(partitions)}`);
  }
}
