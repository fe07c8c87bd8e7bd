import type { Operated } from "../../../src/cli/operations/operate";
import { type CleanArguments, runClean } from "../../../src/cli/operations/run-clean";
import { abroad, amiOf, arnOf, factory, fakeAccount, type GivenAccount } from "../../operations/fake-account";
import { serviceError } from "../../operations/fake-connection";

function clean(options: Partial<CleanArguments>, given: Partial<GivenAccount> = {}) {
  const account = fakeAccount({
    builds: [{ build: 1 }, { build: 2 }, { build: 3 }],
    instances: [{ id: "i-1", ami: "ami-a2", state: "running" }],
    ...given,
  });
  const operated = { connection: account.connection, factory } as unknown as Operated;
  let output = "";
  const write = (text: string): void => void (output += text);
  const run = runClean(operated, { images: factory.images, keep: 1, yes: false, force: [], ...options }, { write });
  return { run, removed: account.removed, output: async () => run.then(() => output) };
}

const whole = (build: number): string[] => [
  amiOf(build),
  `snap-a${build}`,
  amiOf(build, abroad),
  `snap-b${build}`,
  arnOf(build),
];

describe("cleaning up", () => {
  it("removes nothing by default, and says what it would remove and what it keeps", async () => {
    const { output, removed } = clean({});
    expect(await output()).toBe(`kept web 1.0.0/2 (AVAILABLE)
  ami-a2 in us-east-1 is used by instance i-1
would remove web 1.0.0/1 (AVAILABLE)
  ami-a1  us-east-1, 1 snapshot
  ami-b1  eu-west-1, 1 snapshot

1 build would be removed, with everything that is listed.
Nothing was removed yet: run it again with --yes
`);
    expect(removed).toEqual([]);
  });

  it("removes with --yes what nothing needs: each AMI, its snapshots, then the record", async () => {
    const { output, removed } = clean({ yes: true });
    expect(await output()).toMatch(/^kept web 1\.0\.0\/2 [^]*\nremoved web 1\.0\.0\/1 [^]*\n1 build removed\n$/);
    expect(removed).toEqual(whole(1));
  });

  it("keeps what another AMI stands on, and leaves that snapshot where it is forced", async () => {
    const otherAmis = { "ami-by-hand": "snap-a1" };
    expect(await clean({ yes: true }, { otherAmis }).output()).toContain(
      "kept web 1.0.0/1 (AVAILABLE)\n  ami-by-hand in us-east-1 uses snap-a1, a snapshot of ami-a1\n",
    );
    const DeleteSnapshotCommand = ({ SnapshotId }: Readonly<Record<string, unknown>>) => {
      throw serviceError(SnapshotId === "snap-a1" ? "InvalidSnapshot.InUse" : "InvalidSnapshot.NotFound", 400);
    };
    const forced = clean({ yes: true, force: [amiOf(1)] }, { otherAmis, answers: { DeleteSnapshotCommand } });
    expect(await forced.output()).toContain("  snap-a1 stays: another AMI uses it\n");
    expect(forced.removed).toEqual([amiOf(1), amiOf(1, abroad), arnOf(1)]);
  });

  it("begins nothing that AWS would refuse half-way, also where it is forced", async () => {
    const recipes = { "child/1.0.0": arnOf(1) };
    const plain = clean({ yes: true }, { recipes });
    expect(await plain.output()).toContain("kept web 1.0.0/1 (AVAILABLE)\n  image-recipe child 1.0.0 is built on it\n");
    const forced = clean({ yes: true, force: [amiOf(1)] }, { recipes });
    await expect(forced.run).rejects.toThrow(
      "web 1.0.0/1 cannot be removed, for AWS would refuse it half-way: image-recipe child 1.0.0 is built on it",
    );
    expect([...plain.removed, ...forced.removed]).toEqual([]);
  });

  it("lets EC2 delete the snapshots together with the AMI, so that none is left where the command is interrupted", async () => {
    const inputs: unknown[] = [];
    const DeregisterImageCommand = (input: unknown) => {
      inputs.push(input);
      return {};
    };
    const DeleteSnapshotCommand = () => {
      throw serviceError("InvalidSnapshot.NotFound", 400);
    };
    const { run, removed } = clean({ yes: true }, { answers: { DeregisterImageCommand, DeleteSnapshotCommand } });
    await run;
    expect(inputs).toEqual(
      [amiOf(1), amiOf(1, abroad)].map((ImageId) => ({ ImageId, DeleteAssociatedSnapshots: true })),
    );
    expect(removed).toEqual([arnOf(1)]);
  });

  it("goes on where something is gone already", async () => {
    const DeregisterImageCommand = () => {
      throw serviceError("InvalidAMIID.NotFound", 400);
    };
    const { run, removed } = clean({ yes: true }, { answers: { DeregisterImageCommand } });
    await run;
    expect(removed).toEqual(whole(1).filter((id) => !id.startsWith("ami-")));
  });

  it("ends with what AWS refuses, before the record is removed", async () => {
    const refusal = serviceError("UnauthorizedOperation", 403);
    const DeleteSnapshotCommand = () => {
      throw refusal;
    };
    const { run, removed } = clean({ yes: true }, { answers: { DeleteSnapshotCommand } });
    await expect(run).rejects.toBe(refusal);
    expect(removed).toEqual([amiOf(1)]);
  });

  it("removes what is used only where --force names its id, and then --yes is needed as well", async () => {
    const dry = clean({ force: ["ami-a2"] });
    expect(await dry.output()).toContain("2 builds would be removed");
    expect(dry.removed).toEqual([]);
    const forced = clean({ force: ["ami-a2"], yes: true });
    await forced.run;
    expect(forced.removed).toEqual([...whole(2), ...whole(1)]);
  });

  it("keeps what is used and not named, where --force names something else", async () => {
    const instances = [1, 2].map((build) => ({ id: `i-${build}`, ami: amiOf(build), state: "stopped" }));
    const { run, removed } = clean({ force: ["ami-a1"], yes: true }, { instances });
    await run;
    expect(removed).toEqual(whole(1));
  });

  it.each(["ami-a", "ami-a22", "AMI-A2", "", "ami-a3", "1.0.0/2"])(
    "refuses --force with %p before anything is removed",
    async (id) => {
      const { run, removed } = clean({ force: ["ami-a2", id], yes: true });
      await expect(run).rejects.toThrow(
        `--force names "${id}", which is not an AMI of a build that could be removed; write the whole id`,
      );
      expect(removed).toEqual([]);
    },
  );

  it("says that there is nothing to remove", async () => {
    expect(await clean({ keep: 3 }).output()).toBe("nothing to remove\n");
  });
});
