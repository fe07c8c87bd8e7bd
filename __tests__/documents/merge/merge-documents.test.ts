import { parse } from "yaml";

import { building, errorsIn, mergeDocuments, useOf } from "./uses";

interface Merged {
  readonly parameters?: readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];
  readonly constants?: readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];
  readonly phases: readonly { readonly name: string; readonly steps: readonly Readonly<Record<string, unknown>>[] }[];
}

const read = (text: string): Merged => parse(text) as Merged;
const write = (content: string): string =>
  `- name: Write\n  action: CreateFile\n  inputs:\n    - path: /etc/motd\n      content: ${content}\n`;
/** The content that the merged document writes, as it stands there. */
function written(document: string, name = "linux/web"): string {
  const { text } = mergeDocuments([useOf(name, document)]);
  expect(errorsIn(text, "Linux")).toStrictEqual([]);
  return (/ content: (.*)\n/.exec(text) ?? [])[1] ?? "";
}
/** What the reference becomes in a document with parameter Name, constant Port, steps Fetch and Install, and a loop. */
function rewritten(reference: string): string {
  const document = building(
    `- name: Fetch\n  action: UpdateOS\n- name: Install\n  action: CreateFile\n  loop: { name: each, forEach: [a] }\n  inputs:\n    - path: /etc/motd\n      content: ${JSON.stringify(`<${reference}>`)}\n`,
    "parameters:\n  - Name: { type: string, default: a }\nconstants:\n  - Port: { type: string, value: a }\n",
  );
  return (JSON.parse(written(document)) as string).slice(1, -1);
}

describe("merging two documents", () => {
  const install = `# Installs.
name: install
schemaVersion: "1.0"
parameters:
  - Packages:
      type: string
      description: What {{ Packages }} are.
      allowedValues: [jq, git]
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        onFailure: Continue
        inputs:
          commands:
            - |
              set -eu

              dnf install -y {{Packages}} # "quoted"
  - name: validate
    steps:
      - name: Check
        action: ExecuteBash
        inputs:
          commands: ["rpm -q {{ Packages }}", 'test {{ build.Install.outputs.stdout }}']
`;
  const update = building("- name: Install\n  action: UpdateOS\n");
  const merged = () =>
    mergeDocuments([
      useOf("linux/install", install, { Packages: "jq" }),
      useOf("linux/base/update", update),
      useOf("linux/install", install, { Packages: "git" }),
    ]);

  it("gives one in which all that they name has their name in front", () => {
    expect(merged().text)
      .toBe(`# Made at synthesis, so that a recipe has no more components than it may; change these, not this:
#   linux/install
#   linux/base/update
#   linux/install

description: "Merged from linux/install, linux/base/update."
schemaVersion: 1.0
parameters:
  - install_Packages:
      type: string
      description: "What {{ Packages }} are."
      allowedValues:
        - jq
        - git
  - install-2_Packages:
      type: string
      description: "What {{ Packages }} are."
      allowedValues:
        - jq
        - git
phases:
  - name: build
    steps:
      - name: install_Install
        action: ExecuteBash
        onFailure: Continue
        inputs:
          commands:
            - |
              set -eu

              dnf install -y {{install_Packages}} # "quoted"
      - name: base-update_Install
        action: UpdateOS
      - name: install-2_Install
        action: ExecuteBash
        onFailure: Continue
        inputs:
          commands:
            - |
              set -eu

              dnf install -y {{install-2_Packages}} # "quoted"
  - name: validate
    steps:
      - name: install_Check
        action: ExecuteBash
        inputs:
          commands:
            - "rpm -q {{ install_Packages }}"
            - "test {{ build.install_Install.outputs.stdout }}"
      - name: install-2_Check
        action: ExecuteBash
        inputs:
          commands:
            - "rpm -q {{ install-2_Packages }}"
            - "test {{ build.install-2_Install.outputs.stdout }}"
`);
  });

  it("hands the values on under the new names", () => {
    expect(merged().parameters).toStrictEqual({ install_Packages: "jq", "install-2_Packages": "git" });
  });

  it("says what it was made of, and which checks may come later", () => {
    expect(merged()).toMatchObject({
      documents: ["linux/install", "linux/base/update", "linux/install"],
      platform: "Linux",
      validatedLater: ["linux/install"],
    });
  });

  it("of which the later builds nothing runs its checks as early as alone", () => {
    const empty = "schemaVersion: 1.0\nphases:\n  - name: build\n    steps: []\n";
    const { validatedLater, platform } = mergeDocuments([useOf("linux/install", install), useOf("linux/empty", empty)]);
    expect({ validatedLater, platform }).toStrictEqual({ validatedLater: [], platform: "Linux" });
  });

  it("of Windows gives one of Windows", () => {
    const use = useOf("windows/update", update, {}, "Windows");
    expect(mergeDocuments([use, use]).platform).toBe("Windows");
  });

  it("runs the phases in the order of Image Builder, whichever document has them first", () => {
    const phase = (name: string): string =>
      `  - name: ${name}\n    steps:\n      - name: Update\n        action: UpdateOS\n`;
    const late = `schemaVersion: 1.0\nphases:\n${["cleanup", "container-host-test", "test"].map(phase).join("")}`;
    const early = `schemaVersion: 1.0\nphases:\n${["validate", "build"].map(phase).join("")}`;
    const { text } = mergeDocuments([useOf("linux/late", late), useOf("linux/early", early)]);
    const names = ["build", "validate", "test", "container-host-test", "cleanup"];
    expect(read(text).phases.map(({ name }) => name)).toStrictEqual(names);
  });

  it("throws on a value for a parameter that is not there", () => {
    expect(() => mergeDocuments([useOf("linux/update", update, { Name: "a" })])).toThrow(
      'document "linux/update" was not checked before it was merged: it declares no "Name"',
    );
  });
});

describe("a reference", () => {
  it.each([
    ["{{ Name }}", "{{ web_Name }}"],
    ["{{Name}}{{ Port}}", "{{web_Name}}{{ web_Port}}"],
    ["${{\tName }}", "${{\tweb_Name }}"],
    ["{{{ Name }}}", "{{{ web_Name }}}"],
    ["{{ aws:ssm:resolve(Name) }}", "{{ aws:ssm:resolve(web_Name) }}"],
    ["{{ aws:ssm:  resolve( Name  ) }}", "{{ aws:ssm:  resolve( web_Name  ) }}"],
    ["{{ build.Fetch.outputs.stdout }}", "{{ build.web_Fetch.outputs.stdout }}"],
    ["{{build.Fetch.inputs[0].source}}", "{{build.web_Fetch.inputs[0].source}}"],
    ["{{ build.Install.inputs[0].path }}", "{{ build.web_Install.inputs[0].path }}"],
    ["{{ each.value }} {{ each.index }}", "{{ web_each.value }} {{ web_each.index }}"],
    ["{{ loop.value }}", "{{ loop.value }}"],
    ["step {{ context:step }}", "step Install"],
  ])("follows what it leads to: %s", (reference, expected) => {
    expect(rewritten(reference)).toBe(expected);
  });

  it.each([
    "{{ name }}",
    "{{ Name.value }}",
    "{{ Fetch }}",
    "{{ other.value }}",
    "{{ each.other }}",
    "{{ validate.Fetch.outputs.stdout }}",
    "{{ build.Fetch.stdout }}",
    "{{ build.Fetch.outputsx.stdout }}",
    "{{ aws:ssm:/path/Name }}",
    "{{ aws:ssm:resolve(/path/Name) }}",
    "{{ env:Name }}",
    "{{ env:step }}",
    "{{ context:phase }}",
    "{{ x aws:ssm:resolve(Name) }}",
    "{{ aws:ssm:resolve(Name).x }}",
    "{{ aws:ssm:x resolve(Name) }}",
    "{{ aws:ssm:resolve(None) }}",
    "{{ x build.Fetch.outputs.stdout }}",
    "{{ .Name }} {{- Name -}} {{ Name | lower }}",
    "{{ Name }",
    "{ Name }}",
    "{ { Name } }",
    "${Name} $Name ${!Name} %{Name} {% Name %}",
  ])("that leads nowhere is left alone: %s", (reference) => {
    expect(rewritten(reference)).toBe(reference);
  });

  it("is followed wherever a step holds one", () => {
    const document = building(
      `- name: Run
  action: ExecuteBinary
  timeoutSeconds: "{{ Name }}"
  loop:
    name: each
    forEach: { list: "{{ Name }}", delimiter: "," }
  if:
    and:
      - stringEquals: "{{ Name }}"
        value: "{{ Name }}"
      - not: { fileExists: "{{ Name }}" }
  inputs:
    path: "{{ Name }}"
    arguments: ["{{ Name }}"]
`,
      "parameters:\n  - Name: { type: string, default: a }\n",
    );
    const { text } = mergeDocuments([useOf("linux/web", document)]);
    expect(text.match(/\{\{ web_Name \}\}/g)).toHaveLength(7);
    expect(text).not.toContain("{{ Name }}");
  });

  it("is followed in a default, its allowed values, a constant and a given value", () => {
    const document = building(
      write('"{{ Greeting }}"'),
      'parameters:\n  - Name: { type: string, default: "{{ Other }}", allowedValues: ["{{ Other }}"] }\nconstants:\n  - Other: { type: string, value: a }\n  - Greeting: { type: string, value: "hello {{ Name }}" }\n',
    );
    const { text, parameters } = mergeDocuments([useOf("linux/web", document, { Name: "{{ Other }}" })]);
    expect(parameters).toStrictEqual({ web_Name: "{{ web_Other }}" });
    expect(read(text).parameters).toStrictEqual([
      { web_Name: { type: "string", default: "{{ web_Other }}", allowedValues: ["{{ web_Other }}"] } },
    ]);
    expect(read(text).constants?.[1]).toStrictEqual({
      web_Greeting: { type: "string", value: "hello {{ web_Name }}" },
    });
  });

  it("that leads nowhere leads nowhere in the merged document either", () => {
    const asking = building(write('"{{ web_Name }} {{ build.web_Write.inputs[0].path }}"'));
    const having = building(write('"{{ Name }}"'), "parameters:\n  - Name: { type: string, default: a }\n");
    const { text } = mergeDocuments([useOf("linux/web", having), useOf("linux/other", asking)]);
    expect(text).toContain('content: "{{ web_Name-2 }}"\n');
    expect(text).toContain('content: "{{ web_Name }} {{ build.web_Write.inputs[0].path }}"\n');
    expect(text).toContain("name: web_Write-2\n");
  });
});

describe("a name that a reference to nothing has", () => {
  const having = (): ReturnType<typeof useOf> =>
    useOf("linux/web", building(write('"{{ Name }}"'), "parameters:\n  - Name: { type: string, default: a }\n"));

  it.each([
    ["a step", building(write('"{{ web_Name }}"')), {}],
    ["a step, in a parameter of Systems Manager", building(write('"{{ aws:ssm:resolve(web_Name) }}"')), {}],
    ["a default", building(write("a"), 'parameters:\n  - Ask: { type: string, default: "{{ web_Name }}" }\n'), {}],
    [
      "a given value",
      building(write('"{{ Ask }}"'), "parameters:\n  - Ask: { type: string, default: a }\n"),
      { Ask: "{{ web_Name }}" },
    ],
  ])("is given to nothing else: in %s", (_title, text, parameters) => {
    const merged = mergeDocuments([having(), useOf("linux/other", text, parameters)]);
    expect(merged.text).toContain('content: "{{ web_Name-2 }}"\n');
  });

  it("may be that of a reference that leads somewhere", () => {
    expect(mergeDocuments([having(), having()]).text).toContain('content: "{{ web_Name }}"\n');
  });
});

it("a path cannot end the comment at the head", () => {
  const { text } = mergeDocuments([useOf("linux/a\nb: c\u2028d", building("- name: Run\n  action: UpdateOS\n"))]);
  expect(text).toContain("#   linux/a?b: c?d\n\ndescription: ");
});

describe("names", () => {
  it("stay within 128 characters, and apart", () => {
    const [one, other] = [`${"x".repeat(127)}1`, `${"x".repeat(127)}2`] as const;
    const document = building(`- name: ${one}\n  action: UpdateOS\n- name: ${other}\n  action: UpdateOS\n`);
    const { text } = mergeDocuments([useOf("linux/web", document)]);
    const names = (read(text).phases[0]?.steps ?? []).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(names.map((name) => String(name).length)).toStrictEqual([128, 128]);
  });

  it.each([
    [
      ["linux/a/b", "linux/a-b", "linux/a_b", "linux/a b"],
      ["a-b", "a-b-2", "a-b-3", "a-b-4"],
    ],
    [
      ["linux/a", "linux/a", "linux/a-2"],
      ["a", "a-2", "a-2-2"],
    ],
    [
      ["linux/-", "linux/ä", "plain"],
      ["document", "document-2", "plain"],
    ],
    [[`linux/${"long/".repeat(20)}x`], ["long-".repeat(8).slice(0, -1)]],
  ])("of %j start with %j", (documents, labels) => {
    const { text } = mergeDocuments(
      documents.map((name) => useOf(name, building("- name: Run\n  action: UpdateOS\n"))),
    );
    expect(read(text).phases[0]?.steps.map(({ name }) => name)).toStrictEqual(labels.map((label) => `${label}_Run`));
  });

  it("of a document do not depend on what comes after it", () => {
    const use = useOf("linux/web", building("- name: Run\n  action: UpdateOS\n"));
    const [alone, followed] = [mergeDocuments([use]), mergeDocuments([use, use, useOf("linux/web-2", use.text)])];
    expect(followed.text).toContain(alone.text.slice(alone.text.indexOf("phases:")));
  });
});

describe("a value", () => {
  it.each([
    ["yes", "yes"],
    ["'yes'", '"yes"'],
    ["0755", "0755"],
    ['"0755"', '"0755"'],
    ["1.0", "1.0"],
    ["1.10", "1.10"],
    ["+1_000", "+1_000"],
    ["0x1F", "0x1F"],
    ["1e3", "1e3"],
    ["True", "True"],
    ["'true'", '"true"'],
    ["~", "~"],
    ["''", '""'],
    ["!!str 10", '"10"'],
    ["2001-01-01", "2001-01-01"],
    ["12:30:45", "12:30:45"],
    ["echo {{ x }}", '"echo {{ x }}"'],
    ['"C:\\\\tools"', '"C:\\\\tools"'],
    ['"\\u2028\\u0085\\ufeff\\a"', '"\\u2028\\u0085\\ufeff\\u0007"'],
    ['"\\ud83d\\ude00 \u00e9"', '"😀 é"'],
    ['" indented\\n"', '" indented\\n"'],
    ['"a\\r\\nb"', '"a\\r\\nb"'],
    ["'it''s'", '"it\'s"'],
    ["\u0085", '"\\u0085"'],
    ['"a\\u0085b\\n"', '"a\\u0085b\\n"'],
    ['"\\u007fb\\n"', '"\\u007fb\\n"'],
    ["it's", "it's"],
  ])("%s is written as %s", (content, expected) => {
    expect(written(building(write(content)))).toBe(expected);
  });

  it("keeps the lines of a script byte for byte, however it was written", () => {
    const script = "if true; then\n\techo  'a' # b   \n\n\nfi\n  \n%done\n---\n";
    for (const text of [JSON.stringify(script), `|\n${script.replace(/^/gm, " ".repeat(14)).trimEnd()}`]) {
      const { text: merged } = mergeDocuments([useOf("linux/web", building(write(text)))]);
      expect(read(merged).phases[0]?.steps[0]?.inputs).toStrictEqual([{ path: "/etc/motd", content: script }]);
      expect(merged).toContain("content: |\n");
    }
  });

  it.each([
    ["|", "a\nb\n"],
    ["|-", "a\nb"],
    ["|+", "a\nb\n\n"],
    [">", "a b\n"],
    [">-", "a b"],
  ])("of a %s block ends as the block does", (style, expected) => {
    const { text } = mergeDocuments([
      useOf("linux/web", `${building(write(`${style}\n        a\n        b\n`))}  - name: test\n    steps: []\n`),
    ]);
    expect(read(text).phases[0]?.steps[0]?.inputs).toStrictEqual([{ path: "/etc/motd", content: expected }]);
  });

  it.each([
    ["folded", ">\n        a\n        b", "a b"],
    ["quoted", '"a\\nb\\n"', "a\nb\n"],
  ])("that is %s has none either", (_style, content, expected) => {
    const text = building(`${write("|\n        first\n")}${write(content)}`.replace("Write", "First"));
    const { phases } = read(mergeDocuments([useOf("linux/web", text.replace(/\n$/, ""))]).text);
    expect(phases[0]?.steps.map(({ inputs }) => inputs)).toStrictEqual([
      [{ path: "/etc/motd", content: "first\n" }],
      [{ path: "/etc/motd", content: expected }],
    ]);
  });

  it("has no line break that the end of the file lacks", () => {
    const text = building(write("|\n        a\n        b")).replace(/\n$/, "");
    expect(read(mergeDocuments([useOf("linux/web", text)]).text).phases[0]?.steps[0]?.inputs).toStrictEqual([
      { path: "/etc/motd", content: "a\nb" },
    ]);
  });

  it("is what an alias or a merge key stands for", () => {
    const text = building(
      `- &first
  name: First
  action: CreateFile
  onFailure: Continue
  inputs: &inputs
    - &file { path: /a, content: "{{ context:step }}" }
- <<: *first
  name: Second
- name: Third
  action: CreateFile
  inputs:
    - { <<: *file, path: /b }
    - *file
`,
    );
    const merged = mergeDocuments([useOf("linux/web", text)]).text;
    expect(merged).not.toMatch(/[&*]\w|<</);
    expect(read(merged).phases[0]?.steps).toStrictEqual([
      { name: "web_First", action: "CreateFile", onFailure: "Continue", inputs: [{ path: "/a", content: "First" }] },
      { name: "web_Second", action: "CreateFile", onFailure: "Continue", inputs: [{ path: "/a", content: "Second" }] },
      {
        name: "web_Third",
        action: "CreateFile",
        inputs: [
          { path: "/b", content: "Third" },
          { path: "/a", content: "Third" },
        ],
      },
    ]);
  });

  it("does not depend on the form of the file", () => {
    const text = building(
      write("|\n        a {{ Name }}\n        b"),
      "parameters:\n  - Name: { type: string, default: a }\n",
    );
    const merged = (other: string): string => mergeDocuments([useOf("linux/web", other)]).text;
    expect(merged(text.replaceAll("\n", "\r\n"))).toBe(merged(text));
    expect(merged(`\ufeff${text}`)).toBe(merged(text));
    expect(read(merged(JSON.stringify(parse(text), null, "\t")))).toStrictEqual(read(merged(text)));
    expect(merged(`--- # here\n${text}...\n`)).toBe(merged(text));
  });
});

describe("a step", () => {
  const run = "- name: Run\n  action: UpdateOS\n";

  it.each([
    ["of the document", building(run, "disableLogging: true\n"), true],
    ["of the phase", building(run).replace("    steps:", "    disableLogging: true\n    steps:"), true],
    ["of its own", building(`${run}  disableLogging: true\n`), true],
    [
      "of its own, which the document's outdoes",
      building(`${run}  disableLogging: false\n`, "disableLogging: true\n"),
      true,
    ],
    ["of its own that says no", building(`${run}  disableLogging: false\n`), false],
    [
      "of its own that says nothing, which the document's outdoes",
      building(`${run}  disableLogging:\n`, "disableLogging: true\n"),
      true,
    ],
    ["none", building(run), undefined],
  ])("has the disableLogging %s, and none of another document", (_, text, expected) => {
    const loud = useOf("linux/loud", building(run));
    const merged = read(mergeDocuments([useOf("linux/quiet", text), loud]).text);
    expect(merged.phases[0]?.steps.map(({ disableLogging }) => disableLogging)).toStrictEqual([expected, undefined]);
    expect(Object.keys(merged)).not.toContain("disableLogging");
  });

  it("keeps keys of any form, and what is empty", () => {
    const text = building(`${run}  note: { [a, b]: c, { d: e }: f, 5: g, "h i": j, yes: , "k": ~ }\n`);
    expect(mergeDocuments([useOf("linux/web", text)]).text).toContain(
      `        note:
          "[a, b]": c
          "{ d: e }": f
          5: g
          h i: j
          yes: null
          k: ~
`,
    );
  });

  it.each([
    ["my", "web_my"],
    ["my big loop", "web_my big loop"],
    ["my loop!", '"web_my loop!"'],
    ["my  loop", '"web_my  loop"'],
  ])("with a loop called %s calls it %s", (name, expected) => {
    const loop = `{ name: "${name}", for: { start: 1, end: 3, updateBy: 1 } }`;
    const text = building(`${run}  note: { name: kept }\n  loop: ${loop}\n`);
    expect(mergeDocuments([useOf("linux/web", text)]).text).toContain(
      `        note:\n          name: kept\n        loop:\n          name: ${expected}\n          for:\n            start: 1\n`,
    );
  });

  it("keeps a loop without a name", () => {
    const text = building(`${run}  loop: { forEach: [a] }\n`);
    expect(mergeDocuments([useOf("linux/web", text)]).text).toContain(
      "        loop:\n          forEach:\n            - a\n",
    );
  });

  it("keeps every field, known or not, and its loop under a new name", () => {
    const text = building(
      "- name: Run\n  action: ExecuteBinary\n  maxAttempts: 3\n  note: kept\n  loop: { name: my loop, for: { start: 1, end: 3, updateBy: 1 } }\n  inputs: { path: /bin/true }\n",
    );
    expect(read(mergeDocuments([useOf("linux/web", text)]).text).phases[0]?.steps).toStrictEqual([
      {
        name: "web_Run",
        action: "ExecuteBinary",
        maxAttempts: 3,
        note: "kept",
        loop: { name: "web_my loop", for: { start: 1, end: 3, updateBy: 1 } },
        inputs: { path: "/bin/true" },
      },
    ]);
  });
});
