import { exampleProject } from "../../../src/definitions/example-texts";
import { checkExample } from "../../helpers/check-settings";

const check = (address: string, text: string) =>
  checkExample({ environment: `${exampleProject.environment}overrides:\n  ${address}:\n    ${text}\n` });
const recipe = "aws_imagebuilder_image_recipe.base";
const infrastructure = "aws_imagebuilder_infrastructure_configuration.image-factory";
const key = "aws_kms_key.images-us-east-1";

it.each([
  [recipe, "tags: { a: b }"],
  [recipe, "tags: null"],
  [recipe, "tags: { a: b, c: 7, d: true }"],
  [recipe, "working_directory: 7"],
  [recipe, "working_directory: true"],
  [recipe, 'working_directory: "${var.folder}"'],
  [recipe, "block_device_mapping: [{ device_name: /dev/sdb, ebs: { volume_size: 8, encrypted: true } }]"],
  [recipe, "lifecycle: { ignore_changes: [tags] }"],
  [infrastructure, 'terminate_instance_on_failure: "false"'],
  [infrastructure, 'security_group_ids: ["${aws_security_group.x.id}"]'],
  [infrastructure, 'terminate_instance_on_failure: "true"'],
  [infrastructure, "security_group_ids: [sg-1, 7]"],
  [key, 'deletion_window_in_days: "7"'],
  [key, "deletion_window_in_days: 7"],
])("%s takes %s", async (address, text) => {
  expect(await check(address, text)).toEqual([]);
});

it.each([
  ["aws_sqs_queue.base", "name: x", "7:3"],
  [recipe, "arn: x", "8:5"],
  [recipe, "count: 2", "8:5"],
  [recipe, "tags: [a]", "8:11"],
  [recipe, "tags: a", "8:11"],
  [recipe, "tags: { a: b, c: [d] }", "8:11"],
  [recipe, "working_directory: [a]", "8:24"],
  [recipe, "working_directory: { a: b }", "8:24"],
  [recipe, "block_device_mapping: x", "8:27"],
  [recipe, "block_device_mapping: [{ device: /dev/sdb }]", "8:30"],
  [recipe, "lifecycle: { forever: true }", "8:18"],
  [infrastructure, "terminate_instance_on_failure: perhaps", "8:36"],
  [infrastructure, "terminate_instance_on_failure: 1", "8:36"],
  [infrastructure, "security_group_ids: sg-1", "8:25"],
  [infrastructure, "security_group_ids: { a: b }", "8:25"],
  [infrastructure, "security_group_ids: [sg-1, { a: b }]", "8:25"],
  [key, "deletion_window_in_days: seven", "8:30"],
  [key, 'deletion_window_in_days: ""', "8:30"],
  [key, 'deletion_window_in_days: " "', "8:30"],
  [key, "deletion_window_in_days: true", "8:30"],
])("%s does not take %s", async (address, text, place) => {
  expect(await check(address, text)).toEqual([`environments/dev.yaml:${place} override-argument`]);
});
