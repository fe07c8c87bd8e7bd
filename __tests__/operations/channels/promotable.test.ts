import { UserError } from "../../../src/files/user-error";
import { promotable } from "../../../src/operations/channels/promotable";
import type { BuildReference } from "../../../src/operations/images/choose-build";
import { findBuilds } from "../../../src/operations/images/find-builds";
import { abroad, amiOf, factory, fakeAccount, type GivenAccount, type GivenBuild, home, web } from "../fake-account";

const now = Date.parse("2026-11-27T10:00:00Z");

async function promote(given: GivenAccount, reference?: Omit<BuildReference, "image">) {
  const { connection } = fakeAccount(given);
  const builds = await findBuilds(connection, web);
  return promotable(connection, { factory, image: web, builds, reference, now });
}
/** Promoted alone, and by its number. */
const refused = async (build: GivenBuild, rest: Omit<GivenAccount, "builds"> = {}): Promise<void> => {
  await promote({ builds: [build], ...rest }, { version: "1.0.0", build: build.build });
};

describe("a build that is promoted", () => {
  it("is by default the newest that may be, in whatever order AWS lists them", async () => {
    const builds: GivenBuild[] = [
      { build: 1 },
      { build: 4, status: "FAILED" },
      { build: 3, status: "BUILDING" },
      { build: 2, version: "1.0.1" },
    ];
    const { build, amis } = await promote({ builds });
    expect(build).toMatchObject({ version: "1.0.1", build: 2 });
    expect(amis).toEqual(
      new Map([
        [home, amiOf(2)],
        [abroad, amiOf(2, abroad)],
      ]),
    );
  });

  it("is the one that is named, also where a newer one is there", async () => {
    expect((await promote({ builds: [{ build: 1 }, { build: 2 }] }, { version: "1.0.0", build: 1 })).build.build).toBe(
      1,
    );
  });

  it("is the newest build of a version, and none other where that one is not good", async () => {
    const good: GivenBuild = { build: 1 };
    expect((await promote({ builds: [good, { build: 2 }] }, { version: "1.0.0" })).build.build).toBe(2);
    await expect(promote({ builds: [good, { build: 2, status: "FAILED" }] }, { version: "1.0.0" })).rejects.toThrow(
      "nothing was promoted: web 1.0.0/2 is FAILED",
    );
  });

  it.each(["FAILED", "CANCELLED", "DEPRECATED", "BUILDING"])("is not one that is %s", async (status) => {
    await expect(refused({ build: 1, status })).rejects.toThrow(`nothing was promoted: web 1.0.0/1 is ${status}`);
  });

  it("is not one that lacks a region, or has it only in another account", async () => {
    await expect(refused({ build: 1, amis: { [home]: "ami-a1" } })).rejects.toThrow(
      `web 1.0.0/1 has no AMI in ${abroad}`,
    );
    await expect(refused({ build: 1, amisIn: "111122223333" })).rejects.toThrow(
      `web 1.0.0/1 has no AMI in ${abroad}, ${home}`,
    );
  });

  it("is not one whose AMI is gone, or disabled", async () => {
    await expect(refused({ build: 1 }, { amis: { [amiOf(1)]: undefined } })).rejects.toThrow("no longer has its AMI");
    await expect(refused({ build: 1 }, { amis: { [amiOf(1, abroad)]: { State: "disabled" } } })).rejects.toThrow(
      `has AMI ${amiOf(1, abroad)} in ${abroad}, which is disabled`,
    );
  });

  it("is not one that is deprecated by now, in whichever region", async () => {
    const deprecated = (DeprecationTime: string) =>
      refused({ build: 1 }, { amis: { [amiOf(1, abroad)]: { DeprecationTime } } });
    await expect(deprecated("2026-11-27T10:00:00.000Z")).rejects.toThrow("which is deprecated");
    await expect(deprecated("2026-11-27T10:00:01.000Z")).resolves.toBeUndefined();
  });

  it.each(["FAILED", "ROLLBACK_COMPLETED", "ROLLBACK_IN_PROGRESS", "CANCELLED"])(
    "is not one with a test that is %s, named by its workflow",
    async (status) => {
      const tests = [
        { name: "test-image", status: "COMPLETED" },
        { name: "health", status },
      ];
      await expect(refused({ build: 1, tests })).rejects.toThrow("web 1.0.0/1 did not pass its tests (health)");
    },
  );

  it.each([
    ["the first run is marked as retried", true, false],
    ["the second run is", false, true],
  ])("may be one whose test passed when it was retried: %s", async (_, first, second) => {
    const tests = [
      { name: "health", status: "ROLLBACK_COMPLETED", retried: first },
      { name: "health", status: "COMPLETED", retried: second },
    ];
    await expect(refused({ build: 1, tests })).resolves.toBeUndefined();
  });

  it("is not one of whose two runs of one test only the second passed", async () => {
    const tests = [
      { name: "health", status: "ROLLBACK_COMPLETED" },
      { name: "health", status: "COMPLETED" },
    ];
    await expect(refused({ build: 1, tests })).rejects.toThrow("did not pass its tests");
  });

  it("is not one whose retried test failed again or has not ended, or where another test passed instead", async () => {
    const failed = { name: "health", status: "FAILED", retried: true };
    await expect(refused({ build: 1, tests: [failed, failed] })).rejects.toThrow("did not pass its tests");
    const running = { name: "health", status: "RUNNING", retried: true };
    await expect(refused({ build: 1, tests: [failed, running] })).rejects.toThrow("did not pass its tests");
    const other = { name: "other", status: "COMPLETED", retried: true };
    await expect(refused({ build: 1, tests: [failed, other] })).rejects.toThrow("did not pass its tests");
  });

  it("is not one that was never built, and the message says what there is", async () => {
    await expect(promote({ builds: [] })).rejects.toThrow('"web" was never built');
    await expect(promote({ builds: [{ build: 1 }] }, { version: "9.0.0", build: 2 })).rejects.toThrow(
      'there is no build 9.0.0/2 of "web"; the newest are 1.0.0/1',
    );
  });

  it("is none where none is good, with the reason of each of the newest five", async () => {
    const builds = [1, 2, 3, 4, 5, 6].map((build): GivenBuild => ({ build, status: "FAILED" }));
    const reasons = [6, 5, 4, 3, 2].map((build) => `web 1.0.0/${build} is FAILED`);
    await expect(promote({ builds })).rejects.toEqual(new UserError(`nothing was promoted: ${reasons.join("; ")}`));
  });
});
