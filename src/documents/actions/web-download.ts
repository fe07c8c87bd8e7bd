import { by } from "../reading/field-rule";
import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import { webUrl } from "../rules/actions/web-url";
import type { ActionModule } from "./action";
import { oneOfInAnyCase } from "./input-types";

export const webDownload: ActionModule = {
  inputs: "list",
  fields: {
    source: required(text("an http or https address", by(webUrl))),
    destination: required(text()),
    overwrite: optional(flag),
    checksum: optional(text()),
    algorithm: optional(oneOfInAnyCase(["MD5", "SHA1", "SHA256", "SHA512"])),
    ignoreCertificateErrors: optional(flag),
  },
  outputs: ["destination"],
};
