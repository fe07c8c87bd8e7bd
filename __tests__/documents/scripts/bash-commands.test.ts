import { shellCommands } from "../../../src/documents/scripts/bash-commands";

const namesIn = (script: string) => shellCommands(script).map(({ name }) => name);

describe("the commands of a bash script", () => {
  it("are found behind operators, keywords, settings and sudo", () => {
    expect(
      namesIn("a && b; c | d\nif e; then f; fi; X=1 g; sudo -E -u root /usr/bin/h && { i; }; ! j || exec k"),
    ).toStrictEqual(["a", "b", "c", "d", "e", "f", "fi", "g", "h", "i", "}", "j", "k"]);
  });

  it("are found in functions of one line, whose names are none", () => {
    expect(
      namesIn("f() { a; }; function g { b; }; function h() { c; }\ni ()\n{\n  d\n}").filter((name) => name !== "}"),
    ).toStrictEqual(["a", "b", "c", "{", "d"]);
  });

  it("are found in substitutions, also in a quoted one", () => {
    expect(namesIn('x=$(yum list)\necho "now: $(dnf list) and `apt list`"')).toEqual(
      expect.arrayContaining(["yum", "dnf"]),
    );
  });

  it("are not what is quoted, commented out, in a here-document, an array or the pattern of a case", () => {
    const script = `echo "reboot; reboot" 'it is; reboot' # reboot; reboot
      cat <<-'EOF' > x
reboot
\tEOF
      packages=(reboot now)
      case $1 in
        reboot) : ;;
        stop|reboot) : ;;
      esac
      echo \\; reboot`;
    expect(namesIn(script)).not.toContain("reboot");
  });

  it("go on over joined lines, and past a substitution", () => {
    expect(shellCommands("yum install $(cat list; date) \\\n  -y; true")[0]).toStrictEqual({
      name: "yum",
      rest: " install $(cat list; date) \\\n  -y",
      hasInput: false,
      offset: 0,
      end: 36,
    });
  });

  it("know whether something answers their questions", () => {
    const script =
      "yes | yum install a\napt install b < answers\ndnf install c <<< y\ntrue || zypper install d\nyes | # always\n  zypper update";
    expect(shellCommands(script).map(({ name, hasInput }) => [name, hasInput])).toStrictEqual([
      ["yes", false],
      ["yum", true],
      ["apt", true],
      ["dnf", true],
      ["true", false],
      ["zypper", false],
      ["yes", false],
      ["zypper", true],
    ]);
  });

  it.each([
    ["yum install `cat list; date` -y; true", " install `cat list; date` -y"],
    ["yum install `cat list", " install `cat list"],
    ["yum install 'a; b' -y & x", " install 'a; b' -y "],
    [`yum ${"x".repeat(3000)}`, ` ${"x".repeat(2044)}`],
  ])("go on to their end: %j", (script, rest) => {
    expect(shellCommands(script)[0]).toStrictEqual({
      name: "yum",
      rest,
      hasInput: false,
      offset: 0,
      end: 3 + rest.length,
    });
  });

  it("in brackets end with them", () => {
    expect(shellCommands("(yum install $(a; (b; c)) -y) x").map(({ name, rest }) => [name, rest])).toStrictEqual([
      ["yum", " install $(a; (b; c)) -y"],
      ["a", ""],
      ["b", ""],
      ["c", ""],
    ]);
  });

  it("in backticks end with them", () => {
    expect(shellCommands("echo `/usr/bin/yum list` now")).toStrictEqual([
      { name: "echo", rest: " `/usr/bin/yum list` now", hasInput: false, offset: 0, end: 28 },
      { name: "yum", rest: " list", hasInput: false, offset: 6, end: 23 },
      { name: "now", rest: "", hasInput: false, offset: 25, end: 28 },
    ]);
  });

  it("have input by |&, and none by || or >", () => {
    const script = "a |& b || c > d\ne <f";
    expect(shellCommands(script).map(({ name, rest, hasInput }) => [name, rest, hasInput])).toStrictEqual([
      ["a", " ", false],
      ["b", " ", true],
      ["c", " > d", false],
      ["e", " <f", true],
    ]);
  });
});
