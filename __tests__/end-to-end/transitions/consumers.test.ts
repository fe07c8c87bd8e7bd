import { describeWithTools } from "../../helpers/require-tool";
import { definitions, filesOf } from "./definitions";
import { type Applied, type Files, LiveProject } from "./live-project";
import { report } from "./report";

jest.setTimeout(3_600_000);

const account = "111122223333";

/** The files of a consumer and its builder. Only the stack of the consumer is deployed here. */
function consuming(images?: object, rest: object = {}): Files {
  const all = definitions();
  for (const name of ["base", "spare"])
    all.dev.images[name] = {
      schedule: "manual",
      buildOnDeploy: name === "base",
      distribute: [{ region: "us-east-1", share: { accounts: [account] } }],
    };
  const consumer = images === undefined ? {} : { consumer: { from: { dev: { images } } } };
  return { ...filesOf(all), "environments/team.yaml": { account, region: "us-east-1", ...consumer, ...rest } };
}

const both = { base: { launchTemplate: {} }, spare: {} };

const transitions: readonly (readonly [name: string, files: Files, kept: readonly string[]])[] = [
  ["a launch template is dropped", consuming({ base: {}, spare: {} }), ["base"]],
  ["a launch template is renamed", consuming({ base: { launchTemplate: { name: "golden" } }, spare: {} }), ["base"]],
  [
    "a launch template launches another type",
    consuming({ base: { launchTemplate: { instanceType: "t3.large" } }, spare: {} }),
    [],
  ],
  ["an image is no longer received", consuming({ spare: {} }), ["base"]],
  ["another image is received with a launch template", consuming({ ...both, spare: { launchTemplate: {} } }), []],
  ["nothing is received any more", consuming(), ["base"]],
  ["the tags of a consumer come and go", consuming(both, { tags: { team: "web" } }), []],
];

describeWithTools(["terraform", "moto_server"], "a consumer of images", () => {
  let project: LiveProject;
  let first: Applied;

  beforeAll(async () => {
    project = await LiveProject.start(account);
    project.write(consuming(both));
    first = await project.apply(["team-consumer"]);
  });
  afterAll(async () => {
    report.print("transitions of consumers");
    await project.sandbox.stop();
  });

  it.each(transitions)("there and back: %s", async (name, files, kept) => {
    await report.tried([name], "there", async () => {
      project.write(files);
      await project.apply(["team-consumer"]);
      expect(project.kept("aws_launch_template")).toEqual(expect.arrayContaining([...kept]));
    });
    await report.tried([name], "back", async () => {
      project.write(consuming(both));
      expect((await project.apply(["team-consumer"])).addresses).toEqual(first.addresses);
    });
  });
});
