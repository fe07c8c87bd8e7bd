import { describeWithTools } from "../../helpers/require-tool";
import { account, type Definitions, definitions, filesOf } from "./definitions";
import { type Applied, LiveProject } from "./live-project";
import { fillWithData, makeGiven } from "./live-state";
import { report } from "./report";

jest.setTimeout(3_600_000);

const logBucket = "ec2imagebuilder-logs-123456789012-us-east-1";

/** Transitions of an environment as a whole, and those that Terraform cannot make in one apply. */
describeWithTools(["terraform", "moto_server"], "an environment with a live state that holds data", () => {
  let project: LiveProject;
  let first: Applied;

  beforeAll(async () => {
    project = await LiveProject.start();
    await makeGiven(project);
    project.write(filesOf(definitions()));
    first = await project.apply(["dev"]);
    await fillWithData(project);
  });
  afterAll(async () => {
    report.print("transitions of environments");
    await project.sandbox.stop();
  });

  const edited = (edit: (all: Definitions) => void): Definitions => {
    const all = definitions();
    edit(all);
    return all;
  };

  it.each([
    ["region", "eu-west-1"],
    ["account", "210987654321"],
  ])("is refused where its %s changes, with the way to go", async (field, value) => {
    await report.tried([`the ${field} of an environment changes`], "refused", async () => {
      project.write(filesOf(edited(({ dev }) => (dev[field] = value))));
      const { refused } = await project.lock();
      expect(refused).toEqual([
        expect.stringMatching(
          /^environment-moved: environment "dev" was in account "123456789012" and region "us-east-1".*--forget dev/,
        ),
      ]);
    });
  });

  it("is taken down but for what holds data where it is emptied, and comes back", async () => {
    await report.tried(["an environment builds nothing any more"], "there", async () => {
      const empty = edited(({ dev }) => {
        dev.images = {};
        dev.containers = {};
        delete dev.lifecycle;
      });
      project.write(filesOf(empty));
      const { says, addresses } = await project.apply(["dev"]);
      expect(addresses.get("dev")).toEqual([]);
      expect(says).toContain(
        "environment dev has nothing left to build: deploy the stack once more, and what Terraform still manages is destroyed",
      );
    });
    await report.tried(["an environment builds nothing any more"], "back", async () => {
      project.write(filesOf(definitions()));
      expect((await project.apply(["dev"])).addresses).toEqual(first.addresses);
    });
  });

  it("takes all along where it is renamed, state included, and back", async () => {
    for (const [from, to] of [
      ["dev", "test"],
      ["test", "dev"],
    ] as const)
      await report.tried([`an environment is renamed from ${from} to ${to}`], "there", async () => {
        project.write(filesOf(definitions(), to));
        project.moveState(from, to);
        const { says, changes, addresses } = await project.apply([to]);
        expect(says).toContain(
          `environment ${to} takes over what "${from}" has made in the same account and region; its state has to come along`,
        );
        expect(changes).toEqual([]);
        expect(addresses.get(to)).toEqual(first.addresses.get("dev"));
      });
  });

  it("gives an image to another environment, and takes it back", async () => {
    const spareElsewhere = edited(({ dev }) => {
      delete dev.images.spare;
      dev.lifecycle = { old: { images: ["base"], rules: [{ action: "delete", keep: 3 }] } };
    });
    const eu = (images: object) => ({ "environments/eu.yaml": { account, region: "eu-west-1", images } });
    await report.tried(["an image moves to another environment"], "there", async () => {
      project.write({ ...filesOf(spareElsewhere), ...eu({ spare: { schedule: "manual" } }) });
      const { addresses } = await project.apply(["dev", "eu"]);
      expect(addresses.get("eu")).toContain("aws_imagebuilder_image_pipeline.spare");
    });
    await report.tried(["an image moves to another environment"], "back", async () => {
      project.write({ ...filesOf(definitions()), ...eu({}) });
      const { addresses } = await project.apply(["dev", "eu"]);
      expect(addresses.get("dev")).toEqual(first.addresses.get("dev"));
      expect(addresses.get("eu")).toEqual([]);
    });
    await report.tried(["an emptied environment is removed and forgotten"], "there", async () => {
      project.given.add("ec2imagebuilder-123456789012-eu-west-1");
      project.forget("eu");
      project.write(filesOf(definitions()));
      expect((await project.apply(["dev"])).addresses).toEqual(first.addresses);
    });
  });

  it("says by which steps an old Terraform removes something from the state, and they work", async () => {
    const old = edited(({ dev }) => {
      dev.terraformVersion = "1.5";
      delete dev.build.logs;
    });
    await report.tried(["logs go nowhere, with Terraform 1.5"], "refused", async () => {
      project.write(filesOf(edited(({ dev }) => (dev.terraformVersion = "1.5"))));
      await project.apply(["dev"]);
      project.write(filesOf(old));
      const { refused } = await project.lock();
      expect(refused).toEqual([
        expect.stringMatching(/^manual-state-change: .*terraform state rm.*--forget dev\/aws_s3_bucket\.logs/),
      ]);
    });
    await report.tried(["logs go nowhere, with Terraform 1.5, by the steps"], "there", async () => {
      const logs = first.addresses.get("dev")?.filter((each) => each.endsWith(".logs")) ?? [];
      await project.run("dev", ["state", "rm", ...logs]);
      project.forget("dev/aws_s3_bucket.logs");
      project.given.add(logBucket);
      await project.apply(["dev"]);
    });
    await report.tried(["logs come back, by terraform import"], "back", async () => {
      project.write(filesOf(definitions()));
      await project.lock();
      await project.synthesise();
      await project.run("dev", ["import", "-no-color", "aws_s3_bucket.logs", logBucket]);
      expect((await project.apply(["dev"])).addresses).toEqual(first.addresses);
    });
  });

  it("is not destroyed by terraform destroy: its bucket of logs would lose its protection and stay", async () => {
    await report.tried(["terraform destroy"], "refused", async () => {
      const before = project.sandbox.calls.length;
      const refusal = project.run("dev", ["destroy", "-json", "-auto-approve"]);
      await expect(refusal).rejects.toThrow(/aws_s3_bucket\.logs has lifecycle\.prevent_destroy set/);
      expect(project.sandbox.calls.slice(before).filter(({ mutates }) => mutates)).toEqual([]);
    });
  });

  it("destroys what holds data where it says onRemoval: destroy, and protects it to the end", async () => {
    const destroying = (edit: (all: Definitions) => void) =>
      edited((all) => {
        all.dev.onRemoval = "destroy";
        edit(all);
      });
    await report.tried(["onRemoval: destroy, and then no logs and no container"], "there", async () => {
      project.write(filesOf(destroying(() => undefined)));
      await project.apply(["dev"]);
      const gone = destroying(({ dev, containers }) => {
        delete dev.build.logs;
        dev.containers = {};
        delete containers.app;
      });
      project.write(filesOf(gone));
      // The container's log groups go with it.
      project.expectDestroyed([logBucket, "app", "/aws/imagebuilder/app", "/aws/imagebuilder/pipeline/app"]);
      const { says } = await project.apply(["dev"]);
      expect(says).toContain(`environment dev destroys bucket "${logBucket}", with all that is in it`);
      expect(await project.repositories()).not.toContain("app");
    });
    await report.tried(["onRemoval: destroy, and then no logs and no container"], "back", async () => {
      project.write(filesOf(definitions()));
      expect((await project.apply(["dev"])).addresses).toEqual(first.addresses);
    });
  });
});
