import { partitionOfRegion } from "../../aws/regions";
import { partitionOf } from "../../factory/place";
import { distributedRegions } from "../distribution/distributed-regions";
import { withEnvironment, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { misplacedInEnvironment, misplacedInRecipe } from "./misplaced-arns";

export const partitionMismatch: ProjectRule = {
  code: "partition-mismatch",
  refusedBy: "AWS",
  summary: "A region or an ARN is in another AWS partition than the environment. Nothing works across partitions.",
  source: "AWS General Reference, Amazon Resource Names: aws, aws-cn and aws-us-gov",
  fail: [
    withSettings("partition: ▸aws-cn\n"),
    withEnvironment({ images: { base: "    distribute: [{ region: us-east-1 }, { region: ▸cn-north-1 }]\n" } }),
    withSettings("state:\n  s3: { bucket: states, key: dev, region: ▸us-gov-west-1 }\n"),
    withSettings("build:\n  topic: ▸arn:aws-cn:sns:us-east-1:123456789012:images\n"),
    withSettings(
      "build:\n  instanceProfile: { create: true, permissionsBoundary: ▸arn:aws-cn:iam::123456789012:policy/limits }\n",
    ),
    withSettings("deployment: { role: { arn: ▸arn:aws-cn:iam::123456789012:role/deploy } }\n"),
    withImage({ components: ["arn: ▸arn:aws-cn:imagebuilder:us-east-1:aws:component/update-linux/x.x.x"] }),
  ],
  pass: [withSettings("partition: aws\n")],
  eachRecipe(recipe, report, context) {
    for (const { of, path, message, fix } of misplacedInRecipe(recipe, context))
      if (of === "partition") report(path, message, fix);
  },
  eachEnvironment(environment, report) {
    const { value } = environment;
    const own = partitionOfRegion(value.region);
    const partition = partitionOf(value);
    if (partition !== own) {
      const message = `"${value.region}" is in partition "${own}", not "${partition}"`;
      report(["partition"], message, `write ${own}, or leave it out`);
    }
    for (const { path, regions } of distributedRegions(environment))
      regions.forEach((region, index) => {
        const other = partitionOfRegion(region);
        if (other === own) return;
        const message = `"${region}" is in partition "${other}", but the environment in "${own}"`;
        report([...path, index, "region"], message, "write a region of the same partition");
      });
    const ofState = value.state.s3 && partitionOfRegion(value.state.s3.region);
    if (ofState !== undefined && ofState !== own) {
      const message = `the state is in partition "${ofState}", but the environment in "${own}", and credentials are of one`;
      report(["state", "s3", "region"], message, "write a region of the same partition");
    }
    for (const { of, path, message, fix } of misplacedInEnvironment(environment))
      if (of === "partition") report(path, message, fix);
  },
};
