import { failedInLog } from "../../../../src/operations/failures/failed-in-log";
import { logReader } from "../../../../src/operations/logs/log-reader";
import { BuildApi, componentArn } from "./build-api";

const step = (name: string) => `      - { name: ${name}, action: ExecuteBash, inputs: { commands: ["true"] } }\n`;
const document = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${step("Install")}${step("Tidy")}  - name: test\n    steps:\n${step("Probe")}`;

async function built(logging: object | undefined, settings: Readonly<Record<string, unknown>> = {}) {
  const build = await BuildApi.with(document, logging === undefined ? {} : { infrastructure: { logging } });
  await build.change(settings);
  await build.start();
  const [apply] = (await build.steps("BUILD")).filter(({ name }) => name === "ApplyBuildComponents");
  const { logUrl } = JSON.parse((JSON.parse(apply?.outputs ?? "{}") as { output: string }).output) as Record<
    string,
    string
  >;
  const files = [...build.api.world.objects];
  return { logUrl, files, file: (name: RegExp): string => files.find(([key]) => name.test(key))?.[1] ?? "" };
}

const s3Logs = { s3BucketName: "logs", s3KeyPrefix: "builds" };

describe("the files of AWSTOE", () => {
  it("stay on the instance where the infrastructure has no bucket for logs", async () => {
    expect(await built(undefined)).toMatchObject({ logUrl: "/var/lib/amazon/toe", files: [] });
  });

  it("go to the bucket, in a folder for each run, below the place that the step names", async () => {
    const { logUrl, files } = await built({ s3Logs });
    expect(logUrl).toBe("s3://logs/builds/base/1.0.0/1/ApplyBuildComponents");
    const folder = (name: string) =>
      new RegExp(
        `^logs/builds/base/1\\.0\\.0/1/${name}/TOE_\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d_UTC-0_[\\w-]{36}/`,
      );
    const runs = ["ApplyBuildComponents", "ApplyTestComponents"];
    expect(files.map(([key]) => [runs.find((run) => folder(run).test(key)), key.split("/").at(-1)])).toEqual(
      runs.flatMap((run) => [
        [run, "console.log"],
        [run, "detailedoutput.json"],
      ]),
    );
    expect((await built({ s3Logs: { s3BucketName: "logs" } })).logUrl).toBe(
      "s3://logs/base/1.0.0/1/ApplyBuildComponents",
    );
  });

  it("hold the lines of that run, each with its time, from which a failure can be read", async () => {
    const troubles = [{ kind: "component", step: "Install", exitCode: 7, stderr: "no such package" }];
    const { file } = await built({ s3Logs }, { troubles, failureContext: false });
    const lines = file(/console\.log$/)
      .trimEnd()
      .split("\n");
    expect(lines[0]).toMatch(
      new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} Info Document ${componentArn}$`),
    );
    const read = logReader();
    expect(failedInLog(lines.flatMap(read))).toMatchObject({
      phase: "build",
      step: "Install",
      exitCode: 7,
      output: ["no such package"],
    });
  });

  it("tell how each step that was run has ended", async () => {
    const { file } = await built({ s3Logs }, { troubles: [{ kind: "component", step: "Install", exitCode: 7 }] });
    const failureMessage = expect.stringContaining("exit status 7") as unknown;
    const failed = { status: "failed", failureMessage };
    expect(JSON.parse(file(/detailedoutput\.json$/))).toMatchObject({
      status: "failed",
      documents: [
        {
          name: componentArn,
          ...failed,
          phases: [{ name: "build", ...failed, steps: [{ name: "Install", action: "ExecuteBash", ...failed }] }],
        },
      ],
    });
    expect(JSON.parse((await built({ s3Logs })).file(/detailedoutput\.json$/))).toMatchObject({
      status: "success",
      documents: [{ status: "success", phases: [{ steps: [{ name: "Install" }, { name: "Tidy" }] }] }],
    });
  });
});
