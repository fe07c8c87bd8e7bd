import { runsWith } from "../../src/aws/tenancy";

test.each([
  ["t1.micro", { default: true, dedicated: false, host: false }],
  ["t2.micro", { default: true, dedicated: false, host: false }],
  ["t3.micro", { default: true, dedicated: true, host: true }],
  ["t3a.micro", { default: true, dedicated: true, host: false }],
  ["t4g.micro", { default: true, dedicated: true, host: false }],
  ["m7i.large", { default: true, dedicated: true, host: true }],
  ["m7i-flex.large", { default: true, dedicated: true, host: false }],
  ["hpc7g.4xlarge", { default: true, dedicated: true, host: false }],
])("%s runs with the tenancies that EC2 has for it", (type, expected) => {
  expect({
    default: runsWith("default", type),
    dedicated: runsWith("dedicated", type),
    host: runsWith("host", type),
  }).toEqual(expected);
});
