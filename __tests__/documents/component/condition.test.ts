import { codesOfSteps } from "../../helpers/document-problems";

const dnf = "binaryExists: dnf";
const apt = "binaryExists: apt-get";
const updated = (condition: string): readonly string[] =>
  codesOfSteps(`- name: Update\n  action: UpdateOS\n  if: ${condition}\n`);

test.each([
  [`{ ${dnf} }`],
  [`{ not: { ${dnf} } }`],
  [`{ and: [{ ${dnf} }, { ${apt} }] }`],
  [`{ or: [{ ${dnf} }, { ${apt} }, { not: { ${dnf} } }] }`],
  // Four levels, the innermost comparison included.
  [`{ not: { not: { not: { ${dnf} } } } }`],
])("a condition can be %s", (condition) => {
  expect(updated(condition)).toEqual([]);
});

test.each([
  [`{ not: [{ ${dnf} }, { ${apt} }] }`, ["condition-shape"]],
  [`{ ${dnf}, fileExists: /etc/os-release }`, ["condition-shape"]],
  [`{ not: { ${dnf}, fileExists: /etc/os-release } }`, ["condition-shape"]],
  [`{ and: [{ ${dnf} }] }`, ["lone-condition"]],
  [`{ or: [{ ${dnf} }] }`, ["lone-condition"]],
  [`{ and: [] }`, ["condition-shape"]],
  [`{ not: { not: { not: { not: { ${dnf} } } } } }`, ["condition-depth"]],
])("a condition cannot be %s", (condition, codes) => {
  expect(updated(condition)).toEqual(codes);
});
