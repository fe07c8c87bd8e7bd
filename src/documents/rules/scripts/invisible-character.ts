import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { oddFault, oddInScript } from "../../scripts/odd-in-script";
import { bash } from "./examples";

const cve = "https://nvd.nist.gov/vuln/detail/CVE-2021-42574";

export const invisibleCharacter: DocumentRule = {
  code: "invisible-character",
  severity: "warning",
  summary:
    "A command contains an invisible character, or a blank that the shell does not treat as a space. It does not run as it reads.",
  source: `${cve}; Bash manual, "Definitions": a blank is a space or a tab`,
  fail: [buildSteps(bash("rm -f▸\u00a0/tmp/list"))],
  pass: [buildSteps(bash("rm -f /tmp/list"))],
  eachScript: (script, report) => {
    for (const odd of oddInScript(script)) {
      if (odd.kind === "mixed") continue;
      const { message, fix } = oddFault(odd, script.where);
      report(script.span(odd.offset, odd.offset + odd.length), message, fix);
    }
  },
};
