import { describeWithTools } from "../helpers/require-tool";
import { temporaryFolder } from "./harness";
import { startOwnProgram } from "./start-own-program";

describeWithTools(["moto_server"], "a command in the sandbox", () => {
  it("has the variables of the shell, those for CDKTF as well, and the local AWS", async () => {
    const shown =
      "const { env } = process; console.log(env.CDKTF_CONTEXT_JSON, env.SYNTH_HCL_OUTPUT, env.AWS_ENDPOINT_URL)";
    const given = { ...process.env, CDKTF_CONTEXT_JSON: '{"a":1}', SYNTH_HCL_OUTPUT: "true" };
    const { code, output } = await startOwnProgram(
      temporaryFolder(),
      ["sandbox", "--", process.execPath, "-e", shown],
      given,
    ).end;
    expect(output).toMatch(/^\{"a":1\} true http:\/\/127\.0\.0\.1:\d+$/m);
    expect(code).toBe(0);
  });
});
