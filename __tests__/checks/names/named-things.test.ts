import { contextOf } from "../../../src/checks/context/check-context";
import { namedThings } from "../../../src/checks/names/named-things";
import { containerText } from "../../../src/checks/recipes/container-example";
import { environmentText, imageText } from "../../../src/definitions/example-texts";
import { helloDocument } from "../../../src/documents/examples";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

/** What has a name in AWS: where it is unique, what it is, the name, and whether the environment says it. */
async function named(environment: string): Promise<string[]> {
  const project = await loadProject(
    projectFolder({
      "components/linux/hello.yaml": helloDocument,
      "images/base.yaml": imageText({
        components: ["linux/hello", "aws: update-linux"],
        more: "workflows: [build/own]\n",
      }),
      "containers/web.yaml": containerText({ more: "workflows: [test/health]\n" }),
      "environments/dev.yaml": environment,
    }),
  );
  expect([...project.environments.values()].flatMap(({ problems }) => problems)).toEqual([]);
  const context = contextOf(project);
  return context.environments.flatMap((each) =>
    namedThings(each, context).map(
      ({ scope, what, name, path, isWritten, prefix }) =>
        `${scope}: ${what}: ${prefix === "" ? "" : `${prefix} + `}${name}${isWritten ? ` by ${path.join(".")}` : ""}`,
    ),
  );
}

const roles = `build:
  instanceProfile: { name: builder }
executionRole: { arn: arn:aws:iam::123456789012:role/images }
`;

describe("what an environment makes that has a name", () => {
  it("is little of one image", async () => {
    expect(await named(environmentText({ more: roles }))).toEqual([
      'component 123456789012 us-east-1: the component "linux/hello": linux-hello',
      'workflow build 123456789012 us-east-1: the workflow "build/own": build-own',
      'recipe 123456789012 us-east-1: the recipe of "base": base',
      'pipeline 123456789012 us-east-1: the pipeline of "base": base',
      'distribution 123456789012 us-east-1: the distribution of "base": base',
      "infrastructure 123456789012 us-east-1: what all images share: image-factory",
    ]);
  });

  it("is everything that it says, by its own names", async () => {
    expect(
      await named(`account: "123456789012"
region: us-east-1
namePrefix: dev-
components: { linux/hello: { name: greeter } }
images:
  base:
    schedule: no-pipeline
    buildOnDeploy: true
    names: { recipe: golden, distribution: everywhere, infrastructure: large }
    build: { instanceTypes: [m6i.large] }
    pipelines:
      weekly: { schedule: manual, workflows: [test/weekly] }
      nightly:
        schedule: manual
        distribute: [{ region: us-east-1 }]
        build: { instanceTypes: [m6i.large] }
        names: { pipeline: nightly }
      monthly: { schedule: manual, distribute: all }
containers:
  web: { schedule: manual, distribute: none }
  app: { schedule: manual, build: { instanceTypes: [m6i.large] } }
distributions: { all: { distribute: [{ region: us-east-1 }] } }
lifecycle: { old: { images: [base], rules: [{ action: delete, keep: 5 }] } }
events: { topic: { create: true }, name: images }
build: { containersName: web-builds, instanceProfile: { create: true, roleName: builder } }
executionRole: { create: true }
lifecycleRole: { create: true, name: cleaner }
`),
    ).toEqual([
      'component 123456789012 us-east-1: the component "linux/hello": dev- + greeter by components.linux/hello.name',
      'workflow build 123456789012 us-east-1: the workflow "build/own": dev- + dev-build-own',
      'workflow test 123456789012 us-east-1: the workflow "test/health": dev- + dev-test-health',
      'workflow test 123456789012 us-east-1: the workflow "test/weekly": dev- + dev-test-weekly',
      'recipe 123456789012 us-east-1: the recipe of "base": dev- + golden by images.base.names.recipe',
      'recipe 123456789012 us-east-1: the recipe of "web": dev- + dev-web',
      'recipe 123456789012 us-east-1: the recipe of "app": dev- + dev-app',
      'distribution 123456789012 us-east-1: the distribution of "base": dev- + everywhere by images.base.names.distribution',
      'infrastructure 123456789012 us-east-1: the infrastructure of "base": dev- + large by images.base.names.infrastructure',
      'pipeline 123456789012 us-east-1: the pipeline of the pipeline "weekly" of "base": dev- + dev-base-weekly',
      'pipeline 123456789012 us-east-1: the pipeline of the pipeline "nightly" of "base": dev- + nightly by images.base.pipelines.nightly.names.pipeline',
      'distribution 123456789012 us-east-1: the distribution of the pipeline "nightly" of "base": dev- + dev-base-nightly',
      'infrastructure 123456789012 us-east-1: the infrastructure of the pipeline "nightly" of "base": dev- + dev-base-nightly',
      'pipeline 123456789012 us-east-1: the pipeline of the pipeline "monthly" of "base": dev- + dev-base-monthly',
      'pipeline 123456789012 us-east-1: the pipeline of "web": dev- + dev-web',
      'pipeline 123456789012 us-east-1: the pipeline of "app": dev- + dev-app',
      'distribution 123456789012 us-east-1: the distribution of "app": dev- + dev-app',
      'infrastructure 123456789012 us-east-1: the infrastructure of "app": dev- + dev-app',
      'distribution 123456789012 us-east-1: the distribution "all": dev- + dev-all',
      "infrastructure 123456789012 us-east-1: what all containers share: dev- + web-builds by build.containersName",
      'lifecycle policy 123456789012 us-east-1: the lifecycle policy "old": dev- + dev-old',
      "event rules 123456789012 us-east-1: the event rules: dev- + images by events.name",
      "role 123456789012: the role of build instances: dev- + builder by build.instanceProfile.roleName",
      "instance profile 123456789012: the instance profile: dev- + dev-ec2-image-builder-us-east-1",
      "role 123456789012: the execution role: dev- + dev-ec2-image-builder-execution-us-east-1",
      "role 123456789012: the lifecycle role: dev- + cleaner by lifecycleRole.name",
    ]);
  });

  it("is nothing where it only receives", async () => {
    expect(
      await named(
        'account: "123456789012"\nregion: us-east-1\nconsumer: { from: { other: { images: { base: {} } } } }\nexecutionRole: { create: true }\n',
      ),
    ).toEqual([]);
  });
});
