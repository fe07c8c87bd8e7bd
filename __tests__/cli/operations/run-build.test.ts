import { EventEmitter } from "node:events";

import type { BuildArguments } from "../../../src/cli/operations/build-one";
import type { Operated } from "../../../src/cli/operations/operate";
import { runBuild } from "../../../src/cli/operations/run-build";
import { Stopped, type Terminal } from "../../../src/cli/terminal";
import { pipelinesNamed } from "../../../src/operations/builds/plan-builds";
import { factory, web } from "../../operations/fake-account";
import { type Answers, fakeClock, fakeConnection, serviceError } from "../../operations/fake-connection";

const arnOf = (name: string): string => `arn:aws:imagebuilder:us-east-1:123456789012:image/${name}/1.0.0/1`;
/** Name of the image of a pipeline's ARN. */
const imageOf = (pipeline: unknown): string => /[^/]+$/.exec(String(pipeline))?.[0] ?? "";

/** Images side by side, and "top", which stands on "web". */
const images = ["api", "web", "db", "top"].map((name) => ({
  ...web,
  name,
  pipelines: web.pipelines.map((pipeline) => ({ ...pipeline, id: name, name })),
  ...(name === "top" ? { standsOn: "web" } : {}),
}));

interface Given {
  /** What AWS answers to the start, by image. */
  readonly refused?: Readonly<Record<string, Error>>;
  readonly missing?: readonly string[];
  readonly answers?: Answers;
  readonly stop?: AbortSignal;
}

/** Every build needs three looks until it is AVAILABLE. */
function build(names: string[], given: Given = {}, options: Partial<BuildArguments> = {}) {
  const { refused = {}, missing = [], answers = {}, stop = new AbortController().signal } = given;
  const started: string[] = [];
  const looks = new Map<unknown, number>();
  const connection = fakeConnection({
    GetImagePipelineCommand: ({ imagePipelineArn }) => {
      if (missing.includes(imageOf(imagePipelineArn))) throw serviceError("ResourceNotFoundException", 404);
      return { imagePipeline: { arn: imagePipelineArn } };
    },
    ListImagePipelineImagesCommand: () => ({}),
    ListImagesCommand: () => ({}),
    StartImagePipelineExecutionCommand: ({ imagePipelineArn }) => {
      const name = imageOf(imagePipelineArn);
      const refusal = refused[name];
      if (refusal !== undefined) throw refusal;
      started.push(name);
      return { imageBuildVersionArn: arnOf(name) };
    },
    GetImageCommand: ({ imageBuildVersionArn: arn }) => {
      const count = (looks.get(arn) ?? 0) + 1;
      looks.set(arn, count);
      return { image: { arn, state: { status: count < 3 ? "BUILDING" : "AVAILABLE" } } };
    },
    ListWorkflowExecutionsCommand: () => ({}),
    ...answers,
  });
  let output = "";
  const stdout = Object.assign(new EventEmitter(), { write: (text: string) => void (output += text) });
  const asked: string[] = [];
  const operated = { connection, factory: { ...factory, images }, environment: "dev", root: "/" };
  const run = runBuild(
    operated as unknown as Operated,
    { pipelines: pipelinesNamed(operated.factory, names), all: false, wait: true, logs: false, ...options },
    {
      terminal: { stdout, env: {}, stopSignal: () => stop } as unknown as Terminal,
      ask: async (question) => {
        asked.push(question);
        return Promise.resolve(undefined);
      },
      clock: fakeClock(),
    },
  );
  return { code: run, started, asked, output: async () => run.then(() => output), whatever: () => output };
}

const quota = serviceError("ServiceQuotaExceededException", 402);
const said = "AWS refused it (ServiceQuotaExceededException: said by AWS)";

describe("a build that is followed with its log", () => {
  const logged = async (loggingConfiguration?: object) => {
    const groups = new Set<unknown>();
    const answers: Answers = {
      GetImageCommand: ({ imageBuildVersionArn: arn }) => ({
        image: { arn, state: { status: "AVAILABLE" }, loggingConfiguration },
      }),
      GetLogEventsCommand: ({ logGroupName, logStreamName }) => {
        groups.add(`${String(logGroupName)} ${String(logStreamName)}`);
        return {};
      },
    };
    expect(await build(["web"], { answers }, { logs: true }).code).toBe(0);
    return [...groups];
  };

  it("has it from the log group that the build names, or else from that of the image", async () => {
    expect(await logged({ logGroupName: "/images/all" })).toEqual(["/images/all 1.0.0/1"]);
    expect(await logged()).toEqual(["/aws/imagebuilder/web 1.0.0/1"]);
  });
});

describe("several builds of one order", () => {
  it("are all AVAILABLE", async () => {
    const { code, started } = build(["api", "web", "db"]);
    expect(await code).toBe(0);
    expect(started.sort()).toEqual(["api", "db", "web"]);
  });

  it.each(["api", "web", "db"])("are followed to their end where the start of %s is refused", async (name) => {
    const others = ["api", "web", "db"].filter((each) => each !== name);
    const { code, output, started } = build(["api", "web", "db"], { refused: { [name]: quota } });
    expect(await code).toBe(1);
    expect(started.sort()).toEqual(others.sort());
    for (const each of others) expect(await output()).toContain(`\n${each} 1.0.0/1 is AVAILABLE\n`);
    expect(await output()).toMatch(new RegExp(`\\n${name} was not started: AWS refused it .*\\n$`));
    expect((await output()).match(/was not started/g)).toHaveLength(1);
  });

  it("leave out what stands on the one that is refused", async () => {
    const { code, output } = build(["api", "top"], { refused: { web: quota } });
    expect(await code).toBe(1);
    expect(await output()).toMatch(/api 1\.0\.0\/1 is AVAILABLE/);
    expect(await output()).toContain(
      `\nweb was not started: ${said}\n\ntop was not started: its parent web is not AVAILABLE\n`,
    );
  });

  it("name the refused one with --no-wait", async () => {
    const { code, output } = build(["api", "web"], { refused: { web: quota } }, { wait: false });
    expect(await code).toBe(1);
    expect(await output()).toMatch(/follow it: .* dev api\n\nweb was not started: AWS refused it .*\n$/);
  });

  it("name with --no-wait what has no pipeline", async () => {
    const { code, output } = build(["api", "web"], { missing: ["web"] }, { wait: false });
    expect(await code).toBe(1);
    expect(await output()).toMatch(/follow it: [^]*\n"web" has no pipeline in account 123456789012, us-east-1: deploy/);
  });

  it("are an error where none is started, with all the reasons", async () => {
    const { code } = build(["api", "web", "db"], {
      refused: { api: quota, db: serviceError("AccessDeniedException", 403) },
      missing: ["web"],
    });
    await expect(code).rejects.toThrow(
      /^api was not started: AWS refused it .*\ndb was not started: these credentials may not do this .*\n"web" has no pipeline/,
    );
  });

  it("are reported before a fault of the program ends it", async () => {
    const fault = new TypeError("a fault");
    const { code, whatever } = build(["api", "web"], { refused: { api: fault } });
    await expect(code).rejects.toBe(fault);
    expect(whatever()).toContain("\nweb 1.0.0/1 is AVAILABLE\n");
  });

  it("go on where one is deleted while it is followed", async () => {
    const { code, output } = build(["api", "web"], {
      answers: {
        GetImageCommand: ({ imageBuildVersionArn: arn }) => {
          if (arn === arnOf("api")) throw serviceError("ResourceNotFoundException", 404);
          return { image: { arn, state: { status: "AVAILABLE" } } };
        },
      },
    });
    expect(await code).toBe(1);
    expect(await output()).toContain("\nweb 1.0.0/1 is AVAILABLE\n");
    expect(await output()).toContain(
      `\napi: there is no build ${arnOf("api")} in AWS: it was deleted, or never started\n`,
    );
  });

  it("name the refused one where following is interrupted, too", async () => {
    const { code, output } = build(["api", "web"], { refused: { web: quota }, ...interrupting("api", 1) });
    expect(await code).toBe(130);
    expect(await output()).toContain(`\nweb was not started: ${said}\napi 1.0.0/1 continues in AWS\n`);
  });

  it("are reported where Ctrl-C comes as the last one ends, and nobody is asked about them", async () => {
    const { code, output, asked } = build(["api"], interrupting("api", 3));
    expect(await code).toBe(0);
    expect(await output()).toContain("api 1.0.0/1 is AVAILABLE");
    expect(asked).toEqual([]);
  });

  it("are asked about by name where Ctrl-C comes before the end, besides the report on those that have ended", async () => {
    const { code, output, asked } = build(["api", "web"], interrupting("web", 2, ["api"]));
    expect(await code).toBe(130);
    expect(await output()).toContain("api 1.0.0/1 is AVAILABLE");
    expect(await output()).toContain("web 1.0.0/1 continues in AWS");
    expect(asked).toEqual([expect.stringContaining("web is being built. Leave it running") as string]);
  });

  it("are not started after Ctrl-C, also where the parent ends well in that moment", async () => {
    const { code, output, started } = build(["web", "top"], { ...interrupting("web", 3) });
    expect(await code).toBe(130);
    expect(started).toEqual(["web"]);
    expect(await output()).toContain("top: not started, for this command was interrupted before");
    const before = build(["api"], { stop: AbortSignal.abort(new Stopped("SIGINT")) });
    expect(await before.code).toBe(130);
    expect(before.started).toEqual([]);
  });

  it("may have been started where no answer came", async () => {
    const lost = serviceError("ServiceUnavailable", 503);
    await expect(build(["api"], { refused: { api: lost } }).code).rejects.toThrow(
      /^api may not be started: AWS could not be reached.*; run this again: a build that runs is followed/,
    );
  });
});

/** Ctrl-C at a look at a build; those that ended before it are AVAILABLE at once. */
function interrupting(name: string, look: number, ended: readonly string[] = []): Pick<Given, "stop" | "answers"> {
  const stop = new AbortController();
  let count = 0;
  return {
    stop: stop.signal,
    answers: {
      GetImageCommand: ({ imageBuildVersionArn: arn }) => {
        if (arn === arnOf(name) && ++count === look) stop.abort(new Stopped("SIGINT"));
        const isOver = arn === arnOf(name) ? count >= 3 : ended.some((other) => arn === arnOf(other));
        return { image: { arn, state: { status: isOver ? "AVAILABLE" : "BUILDING" } } };
      },
    },
  };
}
