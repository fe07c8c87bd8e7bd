import { by } from "../reading/field-rule";
import { reportWrongType, text } from "../reading/field-types";
import { type FieldType, required } from "../reading/fields";
import { registryRoot } from "../rules/actions/registry-root";
import { type ActionModule, windowsOnly } from "./action";
import { oneOfInAnyCase } from "./input-types";

/** Data of a registry value: text, a number or a list, depending on the registry type. */
const data: FieldType = {
  expects: "text, a number or a list",
  check: (value, report) => {
    if (value.node.kind === "map") reportWrongType(value, data.expects, report);
  },
};

export const setRegistry: ActionModule = {
  platforms: windowsOnly,
  inputs: "list",
  fields: {
    path: required(text("a registry path", by(registryRoot))),
    name: required(text()),
    value: required(data),
    type: required(oneOfInAnyCase(["BINARY", "DWORD", "QWORD", "SZ", "EXPAND_SZ", "MULTI_SZ"])),
  },
};
