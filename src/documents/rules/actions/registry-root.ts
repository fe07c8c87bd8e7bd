import { windowsBuildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";

const setting = (path: string) =>
  `- name: Harden\n  action: SetRegistry\n  inputs:\n    - path: ${path}\n      name: Enabled\n      value: 1\n      type: DWORD\n`;

export const registryRoot: FieldRule = {
  code: "registry-root",
  refusedBy: "build",
  summary: "A registry path does not start with a root that the action module knows.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-setregistry",
  fail: [windowsBuildSteps(setting("▸\\SOFTWARE\\Example"))],
  pass: [windowsBuildSteps(setting("HKLM:\\SOFTWARE\\Example"))],
  examine: (value, name) =>
    roots.some((root) => value.toUpperCase().startsWith(root))
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, allowed: paths below ${roots.join(", ")}`,
          fix: "start it with e.g. HKLM:\\",
        },
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
  "HKEY_CURRENT_USER",
  "HKCU:",
];
