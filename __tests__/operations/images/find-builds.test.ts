import { builtAmis, findBuilds } from "../../../src/operations/images/find-builds";
import { arnOf, fakeAccount, home, web } from "../fake-account";

const account = "123456789012";

/** The builds that AWS lists, as `version/build`. */
async function found(...builds: readonly { readonly arn: string; readonly dateCreated?: string }[]) {
  const answers = { ListImagePipelineImagesCommand: () => ({ imageSummaryList: builds }) };
  const { connection } = fakeAccount({ builds: [], answers });
  return (await findBuilds(connection, web)).map(({ version, build }) => `${version}/${build}`);
}

describe("the builds of an image", () => {
  it("come the newest first, and of one second those of the newest version first", async () => {
    const dateCreated = "2026-11-02T10:00:00Z";
    expect(
      await found(
        { arn: arnOf(1, "1.0.9"), dateCreated },
        { arn: arnOf(3, "1.0.0"), dateCreated },
        { arn: arnOf(1, "1.0.10"), dateCreated },
        { arn: arnOf(2, "1.0.10"), dateCreated },
        { arn: arnOf(9, "2.0.0"), dateCreated: "2026-11-01T10:00:00Z" },
      ),
    ).toEqual(["1.0.10/2", "1.0.10/1", "1.0.9/1", "1.0.0/3", "2.0.0/9"]);
  });

  it("have no order where AWS leaves out a date", async () => {
    await expect(found({ arn: arnOf(1) })).rejects.toThrow("AWS answered without dateCreated");
  });
});

describe("the AMIs of a build", () => {
  it("are those with an id and a region, in the account of the build where no other is named", () => {
    const amis = [
      { region: home, image: "ami-1" },
      { region: home, image: "ami-2", accountId: "111122223333" },
      { region: home },
      { image: "ami-3" },
    ];
    expect(builtAmis({ amis }, account)).toEqual([
      { region: home, id: "ami-1", account },
      { region: home, id: "ami-2", account: "111122223333" },
    ]);
    expect(builtAmis(undefined, account)).toEqual([]);
  });
});
