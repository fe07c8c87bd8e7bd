import { instructionsOf } from "../../../src/checks/dockerfiles/instructions";

/** As `line:column KEYWORD rest`. */
function read(...lines: readonly string[]): string[] {
  return instructionsOf(lines.join("\n")).map(
    ({ line, column, keyword, rest }) => `${line}:${column} ${keyword} ${rest}`,
  );
}

test("an instruction goes on where a line ends with a backslash, past comments and empty lines", () => {
  expect(read("FROM a", "  run b \\", "# not c", "", "  && c \\", "  && d", "USER e")).toEqual([
    "1:1 FROM a",
    "2:3 RUN b && c && d",
    "7:1 USER e",
  ]);
});

test("another sign continues a line where the first line says so", () => {
  expect(read("# escape=`", "RUN dir C:\\", "RUN a `", "b")).toEqual(["2:1 RUN dir C:\\", "3:1 RUN a b"]);
  expect(read("FROM a", "# escape=`", "RUN b `", "USER c")).toEqual(["1:1 FROM a", "3:1 RUN b `", "4:1 USER c"]);
});

test("the texts of here-documents are no instructions", () => {
  expect(read("RUN <<EOF", "yum -y update", "EOF", "COPY <<-'A' <<B /etc/", "a", "\tA", "b", "B", "USER c")).toEqual([
    "1:1 RUN <<EOF",
    "4:1 COPY <<-'A' <<B /etc/",
    "9:1 USER c",
  ]);
  expect(read("RUN <<EOF", "no end")).toEqual(["1:1 RUN <<EOF"]);
});

test("variables of Image Builder that stand alone are no instructions", () => {
  expect(read("FROM {{{ imagebuilder:parentImage }}}", "{{{ imagebuilder:components }}}")).toEqual([
    "1:1 FROM {{{ imagebuilder:parentImage }}}",
  ]);
});
