import { channelPlaces } from "../../../src/operations/channels/channel-place";
import { previousBuild } from "../../../src/operations/channels/previous-build";
import { findBuilds } from "../../../src/operations/images/find-builds";
import { amiOf, factory, fakeAccount, home, web } from "../fake-account";

async function before(...history: string[]): Promise<number> {
  const versions = history.map((value) => ({ value }));
  const { connection } = fakeAccount({
    builds: [{ build: 1 }, { build: 2 }, { build: 3 }],
    parameters: history.length === 0 ? {} : { [`${home} /golden-images/test/web/stable`]: versions },
  });
  const of = { image: web, builds: await findBuilds(connection, web) };
  return (await previousBuild(connection, "stable", channelPlaces(factory, web, "stable"), of)).build;
}

describe("the build to go back to", () => {
  it("is the one that the channel pointed at before, and after going back the one before that", async () => {
    expect(await before(amiOf(1), amiOf(2), amiOf(3))).toBe(2);
    expect(await before(amiOf(1), amiOf(2), amiOf(3), amiOf(2))).toBe(1);
  });

  it("is none where nothing was promoted, where there was only one, or where all was gone back from", async () => {
    await expect(before()).rejects.toThrow('nothing was promoted to "stable" of "web" yet');
    const nothing = '"stable" of "web" has pointed at only one build: there is nothing to go back to';
    await expect(before(amiOf(1))).rejects.toThrow(nothing);
    await expect(before(amiOf(1), amiOf(2), amiOf(1))).rejects.toThrow(nothing);
  });

  it("is unknown where AWS leaves out what the channel pointed at", async () => {
    const answers = {
      GetParameterHistoryCommand: () => ({ Parameters: [{ Version: 1 }, { Version: 2, Value: "a" }] }),
    };
    const { connection } = fakeAccount({ builds: [], answers });
    const [place] = channelPlaces(factory, web, "stable");
    await expect(
      previousBuild(connection, "stable", place === undefined ? [] : [place], { image: web, builds: [] }),
    ).rejects.toThrow("AWS answered without Value");
  });

  it("is none where its record is gone, and the message says what to do", async () => {
    await expect(before("ami-gone", amiOf(3))).rejects.toThrow(
      /ami-gone before, but .* no longer exists; name another build with "npm run promote"/,
    );
  });
});
