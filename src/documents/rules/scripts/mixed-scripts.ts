import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { oddFault, oddInScript } from "../../scripts/odd-in-script";
import { bash } from "./examples";

const cve = "https://nvd.nist.gov/vuln/detail/CVE-2021-42574";

export const mixedScripts: DocumentRule = {
  code: "mixed-scripts",
  severity: "warning",
  summary:
    "A word of a command mixes letters of two alphabets that look alike. It is not the word that it seems to be.",
  source: `${cve}; https://www.unicode.org/reports/tr39/#Mixed_Script_Detection`,
  fail: [buildSteps(bash("▸\u0441url --version"))],
  pass: [buildSteps(bash("curl --version"))],
  eachScript: (script, report) => {
    for (const odd of oddInScript(script)) {
      if (odd.kind !== "mixed") continue;
      const { message, fix } = oddFault(odd, script.where);
      report(script.span(odd.offset, odd.offset + odd.length), message, fix);
    }
  },
};
