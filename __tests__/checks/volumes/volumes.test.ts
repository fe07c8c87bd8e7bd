import { exampleProject } from "../../../src/definitions/example-texts";
import { settingProblems } from "../../helpers/check-settings";

async function check(volume: string) {
  const problems = await settingProblems({ image: `${exampleProject.image}volumes:\n  - ${volume}\n` });
  return problems.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
}

test.each([
  "{ type: gp3, size: 1, iops: 3000, device: /dev/xvdb }",
  "{ type: gp3, size: 20, iops: 10000 }",
  "{ type: gp3, throughput: 750 }",
  "{ type: gp3, throughput: 1000, iops: 4000 }",
  "{ type: gp3, size: 16000 }",
  "{ type: gp2, size: 16000 }",
  "{ type: io1, size: 4, iops: 200, device: /dev/xvdb }",
  "{ type: io1, iops: 10000 }",
  "{ type: io2, size: 4, iops: 4000, device: /dev/xvdb }",
  "{ type: st1, size: 125, device: /dev/xvdb }",
  "{ type: sc1, device: /dev/xvdb, snapshot: snap-0123456789abcdef0 }",
  "{ type: standard, size: 1024 }",
  "{ encrypted: false }",
])("takes %s", async (volume) => {
  expect(await check(volume)).toEqual([]);
});

test.each([
  ["{ iops: 2999 }", '7:13 volume-iops "iops" is "2999", but a volume of type "gp3" has at least 3000'],
  [
    "{ size: 8, iops: 4001 }",
    '7:22 volume-iops "iops" is "4001", but 8 GiB of "gp3" allow at most 4000 (500 for each GiB)',
  ],
  ["{ type: gp2, iops: 500 }", '7:24 volume-iops "iops" is "500", but a volume of type "gp2" has none'],
  ["{ type: standard, iops: 500 }", '7:29 volume-iops "iops" is "500", but a volume of type "standard" has none'],
  ["{ type: io1 }", '7:13 volume-iops a volume of type "io1" needs "iops"'],
  ["{ type: io2, size: 10 }", '7:13 volume-iops a volume of type "io2" needs "iops"'],
  [
    "{ type: io1, size: 10, iops: 501 }",
    '7:34 volume-iops "iops" is "501", but 10 GiB of "io1" allow at most 500 (50 for each GiB)',
  ],
  [
    "{ type: io2, size: 4, iops: 4001, device: /dev/xvdb }",
    '7:33 volume-iops "iops" is "4001", but 4 GiB of "io2" allow at most 4000 (1000 for each GiB)',
  ],
  ["{ throughput: 751 }", '7:19 volume-throughput "throughput" is "751", but 3000 IOPS allow at most 750 MiB a second'],
  [
    "{ type: gp2, throughput: 200 }",
    '7:30 volume-throughput "throughput" is "200", but a volume of type "gp2" has none',
  ],
  [
    "{ type: io1, size: 3, iops: 100, device: /dev/xvdb }",
    '7:24 volume-size "size" is "3", but a volume of type "io1" has 4 to 16384 GiB',
  ],
  [
    "{ type: standard, size: 1025 }",
    '7:29 volume-size "size" is "1025", but a volume of type "standard" has 1 to 1024 GiB',
  ],
  [
    "{ type: sc1, size: 124, device: /dev/xvdb }",
    '7:24 volume-size "size" is "124", but a volume of type "sc1" has 125 to 16384 GiB',
  ],
  ["{ type: st1, size: 500 }", '7:13 volume-root the root device cannot be of type "st1"'],
  ["{ type: st1, size: 500, device: /dev/xvda }", '7:13 volume-root the root device cannot be of type "st1"'],
])("refuses %s", async (volume, problem) => {
  expect(await check(volume)).toEqual([problem]);
});
