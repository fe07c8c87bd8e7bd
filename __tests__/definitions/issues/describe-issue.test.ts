import { readDefinition } from "../../../src/definitions/read-definition";
import { imageSchema } from "../../../src/definitions/schema/image";

const image = (more: string) => `parent: { ssm: /images/base, platform: Linux }\ncomponents: [linux/agent]\n${more}`;

function problemsOf(text: string): string[] {
  return readDefinition("images/web.yaml", text, imageSchema).problems.map(
    ({ line, column, code, message, fix }) => `${line}:${column} ${code} ${message}; ${fix}`,
  );
}

describe("what a schema finds is said", () => {
  it.each([
    // A list of allowed values, once.
    [
      "volumes: [{ type: magnetic-disk }]",
      '3:19 invalid-value "volumes[0].type" is "magnetic-disk", allowed: "standard", "io1", "io2", "gp2", "gp3", "sc1", "st1", "as-parent"; write one of the allowed values',
    ],
    [
      "volumes: [{ type: gp4 }]",
      '3:19 invalid-value "volumes[0].type" is "gp4", allowed: "standard", "io1", "io2", "gp2", "gp3", "sc1", "st1", "as-parent"; did you mean "gp2"?',
    ],
    ["volumes: 20", '3:10 wrong-type "volumes" is the number 20, expected a list; write a list'],
    ["description: 20", '3:14 wrong-type "description" is the number 20, expected text; write it in quotes: "20"'],
    [
      'description: ""',
      '3:14 invalid-value "description" has 0 characters, allowed: at least 1; write at least 1 character',
    ],
    ["descripton: web", '3:1 unknown-key unknown key "descripton"; did you mean "description"?'],
    [
      "subnet: subnet-1",
      expect.stringContaining('3:1 unknown-key unknown key "subnet"; remove it; allowed here: ') as string,
    ],
    ["volumes: [{ size: 0 }]", '3:19 invalid-value "volumes[0].size" is "0", allowed: at least 1; write at least 1'],
  ])("%s", (more, problem) => {
    expect(problemsOf(image(`${more}\n`))).toEqual([problem]);
  });

  it("at the key above where something is missing", () => {
    expect(problemsOf("parent: { ssm: /images/base, platform: Linux }\n")).toEqual([
      '1:1 missing-key "components" is missing; add "components": a list',
    ]);
  });
});
