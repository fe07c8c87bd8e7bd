import { text, texts } from "../reading/field-types";
import { optional } from "../reading/fields";
import { checkExactlyOne } from "../reading/exactly-one";
import { type Action, windowsOnly } from "./action";

export const executePowershell: Action = {
  name: "ExecutePowerShell",
  platforms: windowsOnly,
  inputs: "map",
  fields: { commands: optional(texts), file: optional(text("the path of a script")) },
  outputs: ["stdout"],
  check: ({ map, name }, report) => {
    checkExactlyOne(map, ["commands", "file"], { name, at: map }, report);
  },
};
