import { readDirectives } from "../../../src/documents/directives/read-directives";
import { YamlSource } from "../../../src/problems/yaml-source";

/** Each directive as its form, name and value, and the texts at its places. */
function read(text: string) {
  const source = new YamlSource("components/linux/example.yaml", text);
  return readDirectives(source).map(({ name, value, form, at, nameAt, valueAt }) => ({
    name,
    value,
    form,
    places: [at, nameAt, valueAt].map(({ start, end }) => source.text.slice(start, end)),
    line: source.position(at.start).line,
  }));
}

describe("the directives of a document", () => {
  it("are comments of its head, with blank lines, other comments and --- between them", () => {
    const text =
      "# Installs a tool.\n\n#@version:2.0 \n---\n  ## @supported-os :  Amazon Linux 2023, Ubuntu\nname: a\n";
    expect(read(text)).toStrictEqual([
      { name: "version", value: "2.0", form: "right", places: ["@version:2.0", "@version", "2.0"], line: 3 },
      {
        name: "supported-os",
        value: "Amazon Linux 2023, Ubuntu",
        form: "right",
        places: ["@supported-os :  Amazon Linux 2023, Ubuntu", "@supported-os", "Amazon Linux 2023, Ubuntu"],
        line: 5,
      },
    ]);
  });

  it("stand at the same places after a byte order mark and with Windows line ends", () => {
    expect(read("\uFEFF# @version: 2.0\r\n# @supported-os: Ubuntu\r\nname: a\r\n")).toMatchObject([
      { name: "version", value: "2.0", line: 1 },
      { name: "supported-os", value: "Ubuntu", places: ["@supported-os: Ubuntu", "@supported-os", "Ubuntu"], line: 2 },
    ]);
  });

  it("may be empty, and then stand where their name does", () => {
    expect(read("# @version:\n")).toMatchObject([{ value: "", places: ["@version", "@version", "@version"] }]);
  });

  it("are of a wrong form without a colon, or below the head", () => {
    expect(read("# @version 2.0\nname: a\n# @supported-os: Ubuntu\n")).toMatchObject([
      { name: "version", form: "no colon" },
      { name: "supported-os", form: "below the head" },
    ]);
  });

  it("are not what other programs and scripts write with the same sign", () => {
    const script = "phases:\n  - |\n    # @version: 1.2.3\n    true # @version: 4\n# @param: x\n";
    expect(read(`# @author Jane Doe\n# mail to @version\nname: a # @version: 1.0\n${script}`)).toStrictEqual([]);
  });

  it("are read to the end in a text that is made to be slow", () => {
    const text = `# @version: ${" ".repeat(60_000)}x${"\n# @".repeat(20_000)}\n${"#".repeat(60_000)}\n`;
    expect(read(text)).toHaveLength(1);
  });
});
