import { bashCode } from "../../../src/documents/scripts/bash-code";

/** The script with a `·` for each character that is covered. */
function covered(script: string): string {
  const code = bashCode(script);
  expect(code).toHaveLength(script.length);
  return code.replace(/[ \t]/g, (_, at: number) => (script[at] === " " ? " " : "·"));
}

describe("the code of a bash script", () => {
  it.each([
    ["echo 'a b' c", "echo ''''' c"],
    ['echo "a b" c', 'echo "___" c'],
    ["echo $'it\\'s' c", "echo '''''''' c"],
    ["echo \\' c\\;", "echo __ c__"],
    ['echo "a $(date -u) b"', 'echo "__$(date -u)__"'],
    ['echo "$(echo "a b") c"', 'echo "$(echo "___")__"'],
    ['echo "a $((1 + 2)) b"', 'echo "______________"'],
    ['echo "a\\"b" c', 'echo "____" c'],
    ["ls # a 'b\nls", "ls · · ··\nls"],
    ["ls a#b # c", "ls a#b · ·"],
    ["(ls)# a", "(ls)· ·"],
    ["ls \\\n  -l", "ls ··  -l"],
    ["ls >&2 &>log", "ls >>2 >>log"],
    ["echo $((1 << 2)) a", "echo $((1 << 2)) a"],
    ["cat <<< 'a b' c", "cat <<< ''''' c"],
    ["case $1 in a|b) ls;; esac", "···· ·· ·· ···· ls;; esac"],
    ["case $1 in\n  a) ls;;\nesac", "case $1 in\n  ·· ls;;\nesac"],
    ["cat <<EOF\na 'b\nEOF\nls", "cat <<EOF\n· ······\nls"],
    ["cat <<'E O F'\na\nE O F\nls", "cat <<'E O F'\n··· · ·\nls"],
    ['cat <<"EOF"\na\nEOF\nls', 'cat <<"EOF"\n·····\nls'],
    ["cat <<\\EOF\na\nEOF\nls", "cat <<\\EOF\n·····\nls"],
    ["cat <<- EOF\n\ta\n\tEOF\nls", "cat <<- EOF\n·······\nls"],
    ["cat << EOF\na\n\tEOF\nEOF\nls", "cat << EOF\n··········\nls"],
    ["cat <<E.F\na\nExF\nE.F\nls", "cat <<E.F\n·········\nls"],
    ["cat <<A <<B\na\nA\nb\nB\nls", "cat <<A <<B\n·······\nls"],
    ["cat <<EOF | sh\na\nEOF\nls", "cat <<EOF | sh\n·····\nls"],
    ["cat <<EOF\na", "cat <<EOF\n·"],
    ["cat <<EOF\r\na\r\nEOF\r\nls", "cat <<EOF\r\n·······\nls"],
    ["cat <<EOF\nEOF\nls", "cat <<EOF\n···\nls"],
  ])("has all else covered: %j", (script, code) => {
    expect(covered(script)).toBe(code);
  });

  it("has the pattern of a case covered as far as one may reach", () => {
    expect(covered(`${"x".repeat(300)}) ls`)).toBe(`${"x".repeat(100)}${"·".repeat(201)} ls`);
  });
});
