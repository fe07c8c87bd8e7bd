import { complete } from "../../../src/cli/completion/complete";
import { program } from "../../../src/cli/program";
import { fakeTerminal } from "../../helpers/fake-terminal";

const values = async (placeholder: string, project: string | undefined) =>
  Promise.resolve(
    { environment: ["poc", "prod"], stack: ["poc"], image: ["linux-base"], images: ["linux-base"] }[placeholder]?.map(
      (name) => (project === undefined ? name : `${project}/${name}`),
    ),
  );

/** Candidates for a line that ends at the cursor. */
async function after(line: string): Promise<string[]> {
  const root = program(fakeTerminal().terminal, () => undefined);
  return (await complete(root, line.split(" "), values)).map(({ value }) => value);
}

describe("completion", () => {
  it("offers the commands, but not its own request", async () => {
    const all = await after("");
    expect(all).toStrictEqual(expect.arrayContaining(["check", "lock", "completion"]));
    expect(all).not.toContain("complete");
  });

  it.each([
    ["pro", ["provider-lock", "promote"]],
    ["build ", ["poc", "prod"]],
    ["build pr", ["prod"]],
    ["build poc ", ["linux-base"]],
    ["build poc linux-base ", ["linux-base"]],
    ["build poc --all ", ["linux-base"]],
    ["build poc --timeout 2h ", ["linux-base"]],
    ["build --project elsewhere ", ["elsewhere/poc", "elsewhere/prod"]],
    ["build --project=elsewhere pr", []],
    ["build --project=elsewhere elsewhere/pr", ["elsewhere/prod"]],
    ["check --acc", ["--account"]],
    ["check --account ", ["poc", "prod"]],
    ["check --account=p", ["--account=poc", "--account=prod"]],
    ["check --format ", ["human", "json", "github", "sarif"]],
    ["check --format s", ["sarif"]],
    ["check --format json --form", []],
    ["completion ", ["bash", "zsh", "fish"]],
    ["lock --ver", []],
    ["build -- --", []],
    ["check components/", []],
    ["nonsense ", []],
    ["nonsense check --", []],
  ])("goes on after %j with %j", async (line, expected) => {
    expect(await after(line)).toStrictEqual(expected);
  });

  it("says of each command and option what it is, in one line", async () => {
    const root = program(fakeTerminal().terminal, () => undefined);
    for (const line of [[""], ["check", "--"]])
      for (const { value, description } of await complete(root, line, values)) {
        expect(`${value}: ${description}`).toMatch(/: \S/);
        expect(description).not.toMatch(/[\t\n]/);
      }
  });
});
