import { isForOs } from "../../src/documents/os-name";

it.each([
  ["Ubuntu", "Ubuntu 24", true],
  ["Ubuntu 24", "Ubuntu 24", true],
  ["ubuntu 24", "Ubuntu 24", true],
  ["Ubuntu 24.04", "Ubuntu 24", true],
  ["Ubuntu 24-LTS", "Ubuntu 24", true],
  ["Ubuntu 2", "Ubuntu 24", true],
  ["Ubuntu 245", "Ubuntu 24", false],
  ["Ubuntu 22", "Ubuntu 24", false],
  ["Amazon Linux 2023", "Amazon Linux 2", false],
  ["Amazon Linux 2", "Amazon Linux 2023", true],
  ["24", "Ubuntu 24", false],
  ["Ubuntu 24", "24", false],
  ["SUSE Linux Enterprise Server 15", "SLES 15", true],
  ["SLES", "SUSE Linux Enterprise Server 15", true],
  ["my SUSE Linux Enterprise Server", "my SLES", false],
])("a component for %j may run on %j: %s", (named, os, runs) => {
  expect(isForOs(named, os)).toBe(runs);
});
