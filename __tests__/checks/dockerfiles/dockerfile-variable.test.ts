import { template, withTemplate } from "../../../src/checks/dockerfiles/example";
import { check, validProject } from "../../helpers/valid-project";

const parent = "FROM {{{ imagebuilder:parentImage }}}";
const environments = "{{{ imagebuilder:environments }}}";
const components = "{{{ imagebuilder:components }}}";
const misspelt = (whole: string) => `"${whole}" is not an Image Builder variable`;
const missing = (name: string, without: string) => `{{{ imagebuilder:${name} }}} is missing, so ${without}`;
const beforeFrom = (variable: string) => `${variable} comes before FROM, where Docker has nothing to run it on`;

async function found(text: string): Promise<readonly string[]> {
  const problems = await check({ ...validProject, ...withTemplate(text) });
  return problems
    .filter(({ code }) => code === "dockerfile-variable")
    .map(({ line, column, end, message, fix }) =>
      [`${line}:${column}-${end?.line ?? 0}:${end?.column ?? 0}`, message, fix].join(" | "),
    );
}

describe("what is in braces", () => {
  test.each([
    ["two opening ones", "{{ imagebuilder:components }}}"],
    ["two closing ones", "{{{ imagebuilder:components }}"],
    ["four", "{{{{ imagebuilder:components }}}}"],
  ])("is no variable with %s", async (_title, written) => {
    expect(await found(template({ components: written }))).toEqual([
      `3:1-3:${written.length + 1} | ${misspelt(written)} | write ${components}`,
    ]);
  });

  it("is no variable in other letters, and the one that was meant is not missing as well", async () => {
    const written = "{{{ imagebuilder:Environments }}}";
    expect(await found(template({ environments: written }))).toEqual([
      `2:1-2:${written.length + 1} | ${misspelt(written)} | write ${environments}`,
    ]);
  });

  it("is like none, and all are named", async () => {
    const written = "{{{ imagebuilder:somethingElse }}}";
    expect(await found(`${template()}RUN ${written}\n`)).toEqual([
      `4:5-4:${written.length + 5} | ${misspelt(written)} | write {{{ imagebuilder:parentImage }}}, ${environments}, ${components}`,
    ]);
  });

  it("is nothing in a comment, and something after a hash within a line", async () => {
    expect(await found(`${template()}  # {{ imagebuilder:me }}\n`)).toEqual([]);
    expect(await found(`${template()}RUN echo # {{ imagebuilder:components }}\n`)).toHaveLength(1);
  });
});

test("what is missing is reported where it belongs", async () => {
  expect(await found("ENV A=b\nFROM amazonlinux:2023\nENV C=d\n")).toEqual([
    expect.stringMatching(/^2:1-.*the parent of the container would not be used \| write FROM /),
    expect.stringContaining(missing("environments", "no component could run")),
  ]);
});

test("FROM begins its line, in any letters, and may be indented", async () => {
  expect(await found(template({ from: `  from {{{ imagebuilder:parentImage }}}` }))).toEqual([]);
  expect(await found(template({ from: `COPY --from=x a b\n${parent}` }))).toEqual([]);
  expect(await found(`RUN echo FROM\n${environments}\n${template({ environments: "ENV A=b" })}`)).toEqual([
    expect.stringMatching(/^2:1-.* comes before FROM, where Docker has nothing to run it on/),
  ]);
});

test("variables in the line of FROM stand before it", async () => {
  expect(await found(`${parent} ${environments}\n${components}\n`)).toEqual([
    expect.stringContaining(beforeFrom(environments)),
  ]);
});

describe("components", () => {
  const order = `${components} comes before ${environments}, which it needs`;

  it("need their environments before them", async () => {
    expect(await found(template({ environments: components, components: environments }))).toEqual([
      expect.stringMatching(/^2:1-.*comes before .* \| move it below$/),
    ]);
    expect((await found(template({ environments: components, components: environments })))[0]).toContain(order);
  });

  it("may stand in the line of them, and may be missing", async () => {
    expect(await found(`${parent}\n${environments} ${components}\n`)).toEqual([]);
    expect(await found(`${parent}\n${environments}\n`)).toEqual([]);
  });
});
