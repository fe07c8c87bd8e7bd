import { checkDocument } from "../../../src/documents/check-document";
import { placesOf } from "../../helpers/example-rules";

const component =
  "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Update\n        action: UpdateOS\n";
const workflow = "schemaVersion: 1.0\nsteps:\n  - name: Wait\n    action: WaitForAction\n";

function check(head: string, body = component) {
  const { document, problems } = checkDocument("document.yaml", `${head}\n${body}`);
  const places = placesOf(problems).map(({ line, column, code }) => `${line}:${column} ${code}`);
  return { document, places, problems };
}

describe("the directives of a component", () => {
  it("give its version line, with its place, and its operating systems", () => {
    const { document, places } = check("# @version: 2.13\n# @supported-os: Amazon Linux 2023 ,Ubuntu 24");
    expect(places).toStrictEqual([]);
    expect(document).toMatchObject({
      line: { text: "2.13", position: { line: 1, column: 13 } },
      supportedOsVersions: ["Amazon Linux 2023", "Ubuntu 24"],
    });
  });

  it("are needed by none", () => {
    expect(check("").document).toMatchObject({ line: undefined, supportedOsVersions: [] });
  });

  it.each(["0.0", "1073741823.1073741823"])("take %s for a line", (line) => {
    expect(check(`# @version: ${line}`).document).toMatchObject({ line: { text: line } });
  });

  it.each(["1", "1.0.0", "1.x", "v1.0", "01.0", "1.1073741824", "-1.0", "1,0", "'1.0'"])(
    "do not take %s for a line",
    (line) => {
      const { document, places } = check(`# @version: ${line}`);
      expect(places).toStrictEqual(["1:13 directive-version"]);
      expect(document).toMatchObject({ line: undefined });
    },
  );

  it("say what to write in place of a whole version", () => {
    expect(check("# @version: 2.0.1").problems).toMatchObject([
      {
        message: expect.stringContaining('"@version" is "2.0.1"') as string,
        fix: "write 2.0; the third number is derived",
      },
    ]);
    expect(check("# @version:").places).toStrictEqual(["1:3 directive-version"]);
  });

  it("take up to 25 operating systems", () => {
    const systems = Array.from({ length: 25 }, (_, index) => `Ubuntu ${index}`);
    expect(check(`# @supported-os: ${systems.join(", ")}`).places).toStrictEqual([]);
    const text = `# @supported-os: ${systems.join(", ")}, Debian`;
    expect(check(text).places).toStrictEqual([`1:${text.indexOf(" Debian") + 1} directive-os`]);
  });

  it.each([
    ["# @supported-os:", "1:3"],
    ["# @supported-os: , Ubuntu", "1:18"],
    ["# @supported-os: Ubuntu,", "1:24"],
    ["# @supported-os: Ubuntu, , Debian", "1:24"],
  ])("name an operating system at each place: %s", (head, place) => {
    expect(check(head).places).toStrictEqual([`${place} directive-os`]);
  });

  it("are given once, and the first of two counts", () => {
    const { document, places, problems } = check("# @version: 1.0\n# @version: 2.0");
    expect(places).toStrictEqual(["2:3 repeated-directive"]);
    expect(problems[0]?.message).toBe('"@version" is already on line 1');
    expect(document).toMatchObject({ line: { text: "1.0" } });
  });

  it.each([
    ["# @versoin: 1.0", 'did you mean "@version: …"?'],
    ["# @Version: 1.0", 'did you mean "@version: …"?'],
    ["# @supported-oses Ubuntu", 'did you mean "@supported-os: …"?'],
    ["# @author: Jane", 'write "@version" or "@supported-os", or no "@"'],
  ])("are of a known name: %s", (head, fix) => {
    expect(check(head).problems).toMatchObject([{ code: "unknown-directive", severity: "warning", fix }]);
  });

  it("say nothing without their colon or below the head", () => {
    const { document, places } = check("# @version 1.0", `${component}# @supported-os: Ubuntu\n`);
    expect(places).toStrictEqual(["1:3 directive-form", "8:3 directive-form"]);
    expect(document).toMatchObject({ line: undefined, supportedOsVersions: [] });
  });
});

describe("the directives of a workflow", () => {
  it("give its version line", () => {
    const { document, places } = check("# @version: 3.0", workflow);
    expect(places).toStrictEqual([]);
    expect(document).toMatchObject({ kind: "workflow", line: { text: "3.0", position: { line: 1, column: 13 } } });
  });

  it("know no operating system", () => {
    expect(check("# @supported-os: Ubuntu", workflow).places).toStrictEqual(["1:3 unknown-directive"]);
  });
});
