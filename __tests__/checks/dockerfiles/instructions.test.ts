import { instructionsOf } from "../../../src/checks/dockerfiles/instructions";

/** As `line:column KEYWORD rest`. */
function read(...lines: readonly string[]): string[] {
  return instructionsOf(lines.join("\n")).map(
    ({ keyword, rest, range: { start } }) => `${start.line}:${start.column} ${keyword} ${rest}`,
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

test("the keyword of an instruction may end with the backslash", () => {
  expect(read("RUN\\", "  yum -y update", "RU\\", "N a")).toEqual(["1:1 RUN yum -y update", "3:1 RUN a"]);
  expect(instructionsOf("  RUN\\\n a").map(({ range }) => range.end)).toEqual([{ line: 1, column: 6 }]);
});

test("two backslashes at the end of a line do not continue it", () => {
  expect(read("RUN echo a\\\\", "USER b")).toEqual(["1:1 RUN echo a\\\\", "2:1 USER b"]);
});

test("a directive may stand before the one that says how lines continue, but no other comment", () => {
  expect(read("# syntax=docker/dockerfile:1", "# escape=`", "RUN a `", "b")).toEqual(["3:1 RUN a b"]);
  expect(read("# syntax is 1", "# escape=`", "RUN a `", "USER b")).toEqual(["3:1 RUN a `", "4:1 USER b"]);
});

test.each(["grep a <<<WORD", "echo '<<WORD'", 'echo "a <<WORD b"', '["echo", "<<WORD"]', "echo $((1<<WORD))"])(
  "%s has no here-document",
  (command) => {
    expect(read(`RUN ${command}`, "USER b")).toEqual([`1:1 RUN ${command}`, "2:1 USER b"]);
  },
);

test("tabs before the end of a here-document count where its dash is missing", () => {
  expect(read("RUN <<A", "\tA", "FROM b", "A", "RUN 3<<END-OF-IT", "c", "END-OF-IT", "USER d")).toEqual([
    "1:1 RUN <<A",
    "5:1 RUN 3<<END-OF-IT",
    "8:1 USER d",
  ]);
});

test.each([
  'COPY <<"EOF" "/etc/motd"',
  "RUN cat <<'EOF' > '/etc/a'",
  'RUN <<"EOF" bash -c "x"',
  'ADD "<<A" <<"EOF" /b/',
])("the quotes of the delimiter in %s pair with each other", (line) => {
  expect(read(line, "FROM a", "EOF", "USER b")).toEqual([`1:1 ${line}`, "4:1 USER b"]);
});

test("each of several delimiters in quotes ends a here-document", () => {
  const line = `COPY <<"A" <<-'B' "/dir/"`;
  expect(read(line, "B", "A", "A", "\tB", "USER c")).toEqual([`1:1 ${line}`, "6:1 USER c"]);
});
