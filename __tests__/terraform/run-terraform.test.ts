import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runTerraform, TerraformError, TerraformMissingError } from "../../src/terraform/run-terraform";
import { terraformIn } from "../../src/terraform/terraform";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "run-terraform-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program called terraform that does as told. */
function terraformThat(script: string): { folder: string; environment: NodeJS.ProcessEnv } {
  writeFileSync(join(folder, "terraform"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { folder, environment: { PATH: `${folder}:/usr/bin:/bin` } };
}

const failure = async (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe("running Terraform", () => {
  it("says what to do where Terraform is missing", async () => {
    const error = await failure(runTerraform({ folder, environment: { PATH: folder } }, ["init"]));
    expect(error).toBeInstanceOf(TerraformMissingError);
    expect(error).toHaveProperty(
      "message",
      expect.stringContaining("https://developer.hashicorp.com/terraform/install"),
    );
  });

  it("passes on lines of text, and the message of a line of JSON", async () => {
    const lines: string[] = [];
    const options = terraformThat(`echo 'Initializing'; echo; echo '{"@message":"aws_s3_bucket.a: Creating..."}'`);
    await runTerraform({ ...options, onLine: (line) => lines.push(line) }, ["apply"]);
    expect(lines).toEqual(["Initializing", "aws_s3_bucket.a: Creating..."]);
  });

  it("fails with the diagnostics of the machine-readable output", async () => {
    const line = `{"@message":"Error","type":"diagnostic","diagnostic":{"severity":"error","summary":"no such bucket","detail":"a\\nb","address":"aws_s3_bucket.a"}}`;
    writeFileSync(join(folder, "output"), line);
    const error = await failure(
      runTerraform(terraformThat(`cat "${join(folder, "output")}"; exit 1`), ["apply", "-json"]),
    );
    expect(error).toBeInstanceOf(TerraformError);
    expect(error).toMatchObject({
      command: "terraform apply",
      exitCode: 1,
      diagnostics: [{ severity: "error", summary: "no such bucket", detail: "a\nb", address: "aws_s3_bucket.a" }],
      message: "terraform apply failed with exit code 1\nerror: no such bucket (aws_s3_bucket.a)\n    a\n    b",
    });
  });

  it("fails with the framed text of a command that has no such output", async () => {
    const options = terraformThat(`printf '╷\\n│ Error: no provider\\n│ \\n│ try again\\n╵\\n' >&2; exit 1`);
    expect(await failure(runTerraform(options, ["init"]))).toMatchObject({
      diagnostics: [{ severity: "error", summary: "no provider", detail: "try again" }],
    });
  });

  it("ends Terraform and what it started when told to stop", async () => {
    const stop = new AbortController();
    // The sleeper holds the output open: were it left alone, the run would end a minute later.
    const options = terraformThat(`sleep 60 & echo started; wait`);
    const onLine = (): void => {
      stop.abort(new Error("stopped"));
    };
    const error = await failure(runTerraform({ ...options, signal: stop.signal, onLine }, ["apply"]));
    expect(error).toHaveProperty("message", "stopped");
  });
  it("ends what Terraform has started where a signal ends Terraform, as one does whose output nobody reads", async () => {
    // The sleeper holds the output open, as a provider does.
    const options = terraformThat("sleep 3600 & kill -PIPE $$");
    expect(await failure(runTerraform(options, ["plan"]))).toBeInstanceOf(TerraformError);
  });
});

describe("a plan", () => {
  it("is empty where Terraform says so", async () => {
    expect(await terraformIn(terraformThat("exit 0")).plan()).toEqual({ empty: true, changes: [] });
  });

  it("lists what would change", async () => {
    const line = `{"type":"planned_change","change":{"resource":{"addr":"aws_s3_bucket.a"},"action":"update"}}`;
    expect(await terraformIn(terraformThat(`echo '${line}'; exit 2`)).plan()).toEqual({
      empty: false,
      changes: [{ address: "aws_s3_bucket.a", action: "update" }],
    });
  });

  it("is not empty where outputs alone change", async () => {
    expect(await terraformIn(terraformThat("exit 2")).plan()).toEqual({ empty: false, changes: [] });
  });
});
