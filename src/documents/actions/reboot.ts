import { outOfRange, wholeNumber } from "../reading/field-types";
import { optional } from "../reading/fields";
import { type Action, linuxAndWindows } from "./action";

export const reboot: Action = {
  name: "Reboot",
  platforms: linuxAndWindows,
  inputs: "optional map",
  fields: {
    delaySeconds: optional(
      wholeNumber("a whole number of seconds, 0 or more", (seconds, { name, at }, report) => {
        if (seconds < 0) report.add(outOfRange, at, `${name} is ${seconds}, allowed: 0 or more`, "write 0 or more");
      }),
    ),
  },
  outputs: [],
};
