import type { Operated } from "../../../src/cli/operations/operate";
import { type PromoteArguments, promotionOf, runPromote } from "../../../src/cli/operations/run-promote";
import type { Terminal } from "../../../src/cli/terminal";
import { abroad, amiOf, factory, fakeAccount, type GivenAccount, home } from "../../operations/fake-account";

const own = "/golden-images/test/web/stable";

/** A terminal at an account with three builds; `answer` is what somebody says when asked, undefined that nobody is there. */
function promoting(given: Partial<GivenAccount> = {}, answer?: string) {
  const builds = [{ build: 1 }, { build: 2 }, { build: 3 }];
  const versions = builds.map(({ build }) => ({ value: amiOf(build) }));
  const account = fakeAccount({ builds, parameters: { [`${home} /images/web`]: versions }, ...given });
  const project = { definitions: { environments: new Map() } };
  const operated = { connection: account.connection, factory, environment: "dev", project } as unknown as Operated;
  const asked: string[] = [];
  const run = async (options: Partial<PromoteArguments> = {}) => {
    let output = "";
    const stream = { write: (text: string): void => void (output += text) };
    const ask = async (question: string) => {
      asked.push(question);
      return Promise.resolve(answer);
    };
    const terminal = { stdout: stream, stderr: stream } as unknown as Terminal;
    const wanted = { image: "web", channel: "stable", back: false, yes: true, ...options };
    return { code: await runPromote(operated, promotionOf(factory, wanted), terminal, ask), output };
  };
  const now = (region = home): string | undefined => account.parameter(region, own).at(-1);
  return { run, asked, now, versions: () => account.parameter(home, own).length };
}

describe("promoting", () => {
  it("moves the channel everywhere to the newest, and says how to go back", async () => {
    const { run, now, asked } = promoting();
    expect(await run()).toEqual({
      code: 0,
      output: `us-east-1  ami-a3
eu-west-1  ami-b3
stable of web now points at 1.0.0/3
  go back: npm run rollback -- dev web --from stable
`,
    });
    expect([now(), now(abroad), asked]).toEqual([amiOf(3), amiOf(3, abroad), []]);
  });

  it("says why it takes none of the newer builds", async () => {
    const { run } = promoting({ builds: [{ build: 1 }, { build: 2 }, { build: 3, status: "FAILED" }] });
    expect((await run()).output).toMatch(/^passed over: web 1\.0\.0\/3 is FAILED$/m);
    expect((await run({ version: "1.0.0/2" })).output).not.toContain("passed over");
  });

  it("says that the channel is there already, asks nobody and writes nothing", async () => {
    const { run, versions, asked } = promoting({}, "no");
    await run();
    const again = await run({ yes: false });
    expect(again.code).toBe(0);
    expect(again.output).toMatch(/ami-a3 → ami-a3\n[^]*stable of web already points at 1\.0\.0\/3\n$/);
    expect([versions(), asked]).toEqual([1, []]);
  });

  it("finishes what was interrupted between two regions", async () => {
    const parameters = {
      [`${home} /images/web`]: [{ value: amiOf(3), labels: ["stable"] }],
      [`${home} ${own}`]: [{ value: amiOf(3) }],
      [`${abroad} ${own}`]: [{ value: amiOf(2, abroad) }],
    };
    const { run, now, versions } = promoting({ parameters });
    expect((await run()).output).toContain("now points at");
    expect([now(abroad), versions()]).toEqual([amiOf(3, abroad), 1]);
  });

  it.each([
    ["no", "nothing was promoted\n"],
    ["y", "nothing was promoted\n"],
    [undefined, "there is no terminal to ask at; add --yes to promote without asking\n"],
  ])("without --yes does nothing where the answer is %p", async (answer, said) => {
    const { run, now, asked } = promoting({}, answer);
    const { code, output } = await run({ yes: false });
    expect([code, now(), asked.length]).toEqual([1, undefined, 1]);
    expect(output).toContain(said);
  });

  it("asks without --yes, and does it where the answer is yes", async () => {
    const { run, now } = promoting({}, " yes\n");
    expect((await run({ yes: false })).code).toBe(0);
    expect(now()).toBe(amiOf(3));
  });

  it.each([
    [{ version: "2.0.0" }, "there is no build 2.0.0 of"],
    [{ version: "1.0" }, '"1.0" is not a version of an image'],
    [{ channel: "stabel" }, 'did you mean "stable"?'],
    [{ image: "wep" }, 'did you mean "web"?'],
  ])("refuses %p", async (options, message) => {
    const { run, now } = promoting();
    await expect(run(options)).rejects.toThrow(message);
    expect(now()).toBeUndefined();
  });
});

describe("rolling back", () => {
  it("goes back by one each time, until there is nothing before", async () => {
    const { run, now } = promoting();
    for (const version of ["1.0.0/1", "1.0.0/2", "1.0.0/3"]) await run({ version });
    for (const build of [2, 1]) {
      expect((await run({ back: true })).output).toContain(`stable of web now points at 1.0.0/${build}`);
      expect([now(), now(abroad)]).toEqual([amiOf(build), amiOf(build, abroad)]);
    }
    await expect(run({ back: true })).rejects.toThrow("there is nothing to go back to");
    await run({ version: "1.0.0/3" });
    expect((await run({ back: true })).output).toContain("now points at 1.0.0/1");
  });

  it("lists the builds once", async () => {
    let lists = 0;
    const parameters = {
      [`${home} /images/web`]: [{ value: amiOf(1) }, { value: amiOf(2) }],
      [`${home} ${own}`]: [{ value: amiOf(1) }, { value: amiOf(2) }],
    };
    const answers: GivenAccount["answers"] = { ListImagesCommand: () => (lists++, { imageVersionList: [] }) };
    const { run, now } = promoting({ parameters, answers });
    await run({ back: true });
    expect([now(), lists]).toEqual([amiOf(1), 1]);
  });

  it("refuses where nothing was promoted, and to go back to a build that is not good any more", async () => {
    await expect(promoting().run({ back: true })).rejects.toThrow("nothing was promoted");
    const before = { [`${home} ${own}`]: [{ value: amiOf(1) }, { value: amiOf(2) }] };
    const { run, now } = promoting({ parameters: before, builds: [{ build: 1, status: "DEPRECATED" }, { build: 2 }] });
    await expect(run({ back: true })).rejects.toThrow("web 1.0.0/1 is DEPRECATED");
    expect(now()).toBe(amiOf(2));
  });
});
