import type { Rule } from "../../problems/rule";
import { windowsBuildSteps } from "../examples";
import { quoted } from "../reading/describe";
import { reportWrongType, text } from "../reading/field-types";
import { type FieldType, required } from "../reading/fields";
import { type Action, windowsOnly } from "./action";
import { oneOfInAnyCase } from "./input-types";

const setting = (path: string) =>
  `- name: Harden\n  action: SetRegistry\n  inputs:\n    - path: ${path}\n      name: Enabled\n      value: 1\n      type: DWORD\n`;

export const registryRoot: Rule = {
  code: "registry-root",
  severity: "error",
  summary: "A registry path does not start with a root that the action module knows.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-setregistry",
  fail: [windowsBuildSteps(setting("▸\\SOFTWARE\\Example"))],
  pass: [windowsBuildSteps(setting("HKLM:\\SOFTWARE\\Example"))],
};

const roots = [
  "HKEY_CLASSES_ROOT",
  "HKCR:",
  "HKEY_USERS",
  "HKU:",
  "HKEY_LOCAL_MACHINE",
  "HKLM:",
  "HKEY_CURRENT_CONFIG",
  "HKCC:",
];
const allRoots = [...roots, "HKEY_CURRENT_USER", "HKCU:"];

const path: FieldType = text("a registry path", ({ value }, { name, at }, report) => {
  if (allRoots.some((root) => value.toUpperCase().startsWith(root))) return;
  report.add(
    registryRoot,
    at,
    `${name} is ${quoted(value)}, allowed: paths below ${allRoots.join(", ")}`,
    "start it with e.g. HKLM:\\",
  );
});

/** Text, a number or a list, as the registry type wants it. */
const data: FieldType = {
  expects: "text, a number or a list",
  check: (value, report) => {
    if (value.node.kind === "map") reportWrongType(value, data.expects, report);
  },
};

export const setRegistry: Action = {
  name: "SetRegistry",
  platforms: windowsOnly,
  inputs: "list",
  fields: {
    path: required(path),
    name: required(text()),
    value: required(data),
    type: required(oneOfInAnyCase(["BINARY", "DWORD", "QWORD", "SZ", "EXPAND_SZ", "MULTI_SZ"])),
  },
  outputs: [],
};
