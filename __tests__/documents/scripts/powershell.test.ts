import { readPowershell } from "../../../src/documents/scripts/powershell";

describe("the check of PowerShell", () => {
  it.each([
    ["an open double quote", 'Write-Host ▸"Hello\nexit 0\n', "the string is never closed"],
    ["an open single quote", "Write-Host ▸'Hello\n", "the string is never closed"],
    ["a quote that closes at the next one", 'Write-Host ▸"a\nWrite-Host "b"\n', "the string is never closed"],
    ["an open quote before a block", "if ($x -eq ▸'a) {\n  $y = 'b'\n}\n", "the string is never closed"],
    ["an open block", "if ($x) ▸{\n  exit 1\n", '"{" is never closed'],
    ["an open bracket", "Write-Host ▸(Get-Date\n", '"(" is never closed'],
    ["a bracket too many", "if ($x) { exit 1 }\n▸}\n", '"}" has no "{" before it'],
    ["brackets that cross", "Get-Item (Where { $x ▸) }", '")" has no "(" before it'],
    ["an open comment", "exit 0\n▸<# to do", "the comment is never closed"],
    ["an open here-string", "$x = ▸@'\nit is\n '@\n", "the here-string is never closed"],
    ["an open bracket in a string", 'Write-Host "now ▸$(Get-Date', '"(" is never closed'],
  ])("finds %s", (_, marked, message) => {
    const script = marked.replace("▸", "");
    const { fault } = readPowershell(script);
    expect(fault?.message).toBe(message);
    expect(fault?.offset).toBe(marked.indexOf("▸"));
  });

  it.each([
    ["escaped and doubled quotes", '$a = "say `"hi`" and ""ho"""; $b = \'it\'\'s\''],
    ["strings in strings", '$x = "$($items | ForEach-Object { "<$_>" })"'],
    ["here-strings", '$x = @"\nit\'s "quoted" ( {\n"@\n$y = @\'\n\'@\n'],
    ["comments", "# don't ( {\nGet-Date # it's\n<# it's\n( #>\n"],
    ["a number sign within a word", 'Get-Item C#Project; $x = "a" # "'],
    ["braced variables", "${env:ProgramFiles(x86)}; ${a{b}"],
    ["hash tables, arrays and script blocks", "$h = @{ a = @(1, 2); b = { param($x) $x } }; & $h.b 1"],
    ["the stop-parsing token", "icacls --% C:\\x /grant Dom\\user:(CI)(OI\n"],
    ["a path that ends in a backslash", "Set-Location \"C:\\\"; Set-Location 'D:\\'"],
    ["a wildcard with a square bracket", "Get-ChildItem *.[ch\n"],
    ["references of AWSTOE", 'if ("{{ Mode }}" -eq {{ build.Step.outputs.stdout }}) { exit {{ env:A(x86) }} }'],
    ["an escaped quote in code", "Write-Host it`'s"],
    ["typographic quotes, which it cannot judge", "Write-Host \u201chello'\u201d"],
    ["an empty script", ""],
  ])("lets pass %s", (_, script) => {
    expect(readPowershell(script).fault).toBeUndefined();
  });

  it("covers strings and comments, but not the code within a string", () => {
    const script = "Write-Host 'a' # b\n\"c $(Get-Date) d\"";
    expect(readPowershell(script).code).toBe('Write-Host        \n"  $(Get-Date)  "');
  });
});
