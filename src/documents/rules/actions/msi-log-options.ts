import { windowsBuildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { installMsi } from "./examples";

const page =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-installmsi";

export const msiLogOptions: FieldRule = {
  code: "msi-log-options",
  severity: "warning",
  summary: "An MSI step uses a logging option that Windows Installer does not know.",
  source: page,
  fail: [windowsBuildSteps(`${installMsi}    logOptions: ▸"*VZ"\n`)],
  pass: [windowsBuildSteps(`${installMsi}    logOptions: "*VX"\n`)],
  // The documentation lists the options in lower case and gives *VX as the default, so letter case does not matter.
  examine: (value, name) =>
    /^[iwearucmopvx+!*]*$/i.test(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, allowed: characters of "iwearucmopvx+!*"`,
          fix: 'write e.g. "*VX"',
        },
};
