import { checkDocument } from "../../../src/documents/check-document";
import { bashCode } from "../../../src/documents/scripts/bash-code";

/** The codes and messages that a script in a document gives, and the columns of its lines. */
function odd(script: string, action = "ExecuteBash"): string[] {
  const lines = script.split("\n").map((line) => `            ${line}\n`);
  const text = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Run\n        action: ${action}\n        inputs:\n          commands:\n            - |\n${lines.map((line) => `  ${line}`).join("")}`;
  return checkDocument("components/x/example.yaml", text)
    .problems.filter(({ code }) => code === "invisible-character" || code === "mixed-scripts")
    .map(({ line, column, code, message }) => `${line - 9}:${column - 14} ${code} ${message}`);
}

test.each([
  [
    "a no-break space between words",
    "apt-get\u00a0install -y jq",
    ['1:8 invisible-character step "Run" contains U+00A0, which is not a space to a shell'],
  ],
  [
    "an ideographic space",
    "echo a &&\u3000ls",
    ['1:10 invisible-character step "Run" contains U+3000, which is not a space to a shell'],
  ],
  [
    "a zero-width space in a word",
    "cu\u200brl x",
    ['1:3 invisible-character step "Run" contains U+200B, which is invisible'],
  ],
  [
    "a byte order mark from a paste",
    "\ufeffset -e",
    ['1:1 invisible-character step "Run" contains U+FEFF, which is invisible'],
  ],
  [
    "one within quotes, as of a URL",
    'curl "https://exam\u200bple.com"',
    ['1:19 invisible-character step "Run" contains U+200B, which is invisible'],
  ],
  [
    "a joiner between Latin letters",
    "ec\u200dho",
    ['1:3 invisible-character step "Run" contains U+200D, which is invisible'],
  ],
  [
    "a Cyrillic letter in a command",
    "\u0441url -O x",
    ['1:1 mixed-scripts a word of step "Run" mixes alphabets: U+0441 only looks like Latin'],
  ],
  [
    "a Greek one in a variable",
    "P\u0391TH=/bin",
    ['1:1 mixed-scripts a word of step "Run" mixes alphabets: U+0391 only looks like Latin'],
  ],
])("%s is told with its code point", (_, script, problems) => {
  expect(odd(script)).toEqual(problems);
});

test.each([
  [
    "comments in any language",
    "# Пакеты: обновить apt-репозиторий, VPNы и SSH-ключ\n# Répertoire : «\u00a0ici\u00a0»\nls",
  ],
  ["comments that are indented", "if true; then\n\t # Ж Cервер\u00a0!\nfi"],
  ["a comment at the end of a line", "ls # на Cервере\u00a0!"],
  ["text in any language", "echo 'Установка завершена'; echo \"完了しました\u3000ok\"; echo 'می\u200cخواهم'"],
  ["French quotes within quotes", 'echo "Attention\u00a0: disque plein"'],
  ["emoji that are joined", "echo '👩\u200d💻 done ❤\ufe0f'"],
  ["units and mathematics", "echo '5 µs, 10 kΩ, Δt, λ=3, π'"],
  ["names with accents", "useradd müller; echo naïve"],
  ["Thai, whose words are parted by breaks", "echo 'สวัสดี\u200bครับ'"],
  ["Hebrew with a mark of direction", "echo 'שלום\u200f!'"],
  ["here-documents", "cat <<EOF\nПривет\u00a0мир, Cервер\nEOF"],
])("%s are let alone", (_, script) => {
  expect(odd(script)).toEqual([]);
});

test("PowerShell is looked at in the same way", () => {
  expect(odd("Get-Item\u00a0C:\\x", "ExecutePowerShell")).toEqual([
    '1:9 invisible-character step "Run" contains U+00A0, which is not a space to a shell',
  ]);
  expect(odd("ls\n  # \u0441url\n#!\u0441url\nGet-Item \u0441url", "ExecutePowerShell")).toEqual([
    '3:3 mixed-scripts a word of step "Run" mixes alphabets: U+0441 only looks like Latin',
  ]);
  expect(odd("Write-Host 1 # \u0441url", "ExecutePowerShell")).toEqual([
    '1:16 mixed-scripts a word of step "Run" mixes alphabets: U+0441 only looks like Latin',
  ]);
  expect(odd("# Größe\u00a0!\nWrite-Host 'Größe\u00a0: 5'", "ExecutePowerShell")).toEqual([]);
});

test("what is covered keeps its length", () => {
  expect(bashCode("echo 'é\u00a0' # ü")).toHaveLength("echo 'é\u00a0' # ü".length);
});
