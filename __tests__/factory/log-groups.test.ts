import { builtImage } from "../../src/definitions/schema/built";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { logGroupsOf } from "../../src/factory/log-groups";
import { namesOf } from "../../src/factory/names";
import { buildsOf } from "../../src/factory/written-builds";

const weekly = { schedule: { cron: "0 4 ? * SUN *" } };
const ofPipeline = (address: string, name: string) => ({ address, name: `/aws/imagebuilder/pipeline/${name}` });
const own = { address: "base", name: "/aws/imagebuilder/base" };

function groupsOf(built: object, image = "base") {
  const environment = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    images: { [image]: built },
  });
  const names = namesOf(environment);
  return logGroupsOf(image, buildsOf("image", image, builtImage.parse(built)), names);
}

test("there is one of all builds, and one of each pipeline", () => {
  expect(groupsOf({ schedule: "manual", pipelines: { weekly } })).toEqual([
    own,
    ofPipeline("_pipeline-base", "base"),
    ofPipeline("_pipeline-base_weekly", "base-weekly"),
  ]);
});

test("there is none of a pipeline that is not there", () => {
  expect(groupsOf({ schedule: "no-pipeline", buildOnDeploy: true })).toEqual([own]);
  expect(groupsOf({ schedule: "no-pipeline", pipelines: { weekly } })).toEqual([
    own,
    ofPipeline("_pipeline-base_weekly", "base-weekly"),
  ]);
});

test("there is none at all of what is not built", () => {
  expect(groupsOf({ schedule: "no-pipeline" })).toEqual([]);
});

test("there is none where a name holds a space, which no log group can have", () => {
  expect(groupsOf({ schedule: "manual", names: { recipe: "my base" } })).toEqual([]);
  expect(groupsOf({ schedule: "manual", names: { pipeline: "my base" } })).toEqual([]);
  expect(
    groupsOf({ schedule: "manual", pipelines: { weekly: { ...weekly, names: { pipeline: "my base" } } } }),
  ).toEqual([own, ofPipeline("_pipeline-base", "base")]);
  // There is no main pipeline, so its name does not matter.
  expect(groupsOf({ schedule: "no-pipeline", names: { pipeline: "my base" }, pipelines: { weekly } })).toEqual([
    own,
    ofPipeline("_pipeline-base_weekly", "base-weekly"),
  ]);
});
