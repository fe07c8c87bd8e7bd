import { otherPartitionOf, partitions } from "../../aws/regions";
import { listOf } from "../../problems/suggest";
import { withEnvironment, withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { regionsOfEnvironment, regionsOfRecipe } from "./named-regions";

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
  eachRecipe(recipe, report) {
    for (const [path, region] of regionsOfRecipe(recipe)) {
      const message = faultOf(region);
      if (message !== undefined) report({ key: path }, message, fix);
    }
  },
  eachEnvironment(environment, report) {
    for (const [path, region] of regionsOfEnvironment(environment)) {
      const message = faultOf(region);
      if (message !== undefined) report(path, message, fix);
    }
  },
};

const fix = `write a region of ${listOf(partitions)}`;

function faultOf(region: string): string | undefined {
  const partition = otherPartitionOf(region);
  return partition && `"${region}" is in the partition "${partition}", of which this program knows nothing`;
}
